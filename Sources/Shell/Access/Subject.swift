/// Whoever a record is about. The person room's ids are these: `ID<Person>` and `ID<Subject>` hold the same numbers.
package enum Subject {}
