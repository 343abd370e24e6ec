import Kernel
import Markup

extension FormFields {
    /// A query without what belongs to one page of a list, not to the list, and without what a form left blank.
    var ofList: FormFields {
        var fields = FormFields(all.filter { !$0.value.isEmpty })
        for name in ["after", "before", "first", "lang", "form"] { fields.set(name, nil) }
        return fields
    }
}

extension PageView {
    /// The list as shown, without its place, as a query.
    package var listQuery: FormFields { query.ofList }

    /// The list from its beginning with one parameter changed, or dropped with nil.
    package func listAddress(with name: String, _ value: String?) -> URLText {
        var fields = listQuery
        fields.set(name, value)
        return URLText(fields.isEmpty ? path : path + "?" + fields.urlEncoded)
    }

    /// What a form of the list takes along without showing it.
    package func kept(without names: [String]) -> [HiddenField] {
        var fields = listQuery
        for name in names { fields.set(name, nil) }
        return fields.all.map { HiddenField($0.name, $0.value) }
    }
}
