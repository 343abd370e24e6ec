import SQL

extension Migration {
    static let people = Migration(
        101, "people and what is known about them",
        [
            """
            create table people (
                id \(.id) primary key, number \(.text) not null unique, name \(.text) not null,
                sort_key \(.text) not null, work_mail \(.text), work_phone \(.text), photo_id \(.id), gender \(.text),
                birthday \(.day), identity_kind \(.text), identity_sealed \(.blob), identity_index \(.blob),
                identity_birthday \(.day), identity_gender \(.text), bank_name \(.text), bank_branch \(.text),
                bank_holder \(.text), bank_sealed \(.blob), bank_index \(.blob), remark \(.text),
                recorded_at \(.instant) not null, changed_at \(.instant) not null)\(ending: .end)
            """,
            "create index people_by_name on people (name)",
            "create index people_by_sort_key on people (sort_key, id)",
            "create index people_by_work_mail on people (work_mail) where work_mail is not null",
            "create index people_by_identity on people (identity_index) where identity_index is not null",
            """
            create table person_names (
                person_id \(.id) not null references people, place \(.integer) not null, name \(.text) not null,
                primary key (person_id, place))\(ending: .narrowEnd)
            """,
            // Private phones and mail addresses, the one to use first at place 0.
            """
            create table person_contacts (
                person_id \(.id) not null references people, kind \(.text) not null, place \(.integer) not null,
                address \(.text) not null, primary key (person_id, kind, place))\(ending: .narrowEnd)
            """,
            "create index person_contacts_by_address on person_contacts (address, kind)",
            """
            create table emergency_contacts (
                person_id \(.id) not null references people, place \(.integer) not null, name \(.text) not null,
                relation \(.text) not null, phone \(.text) not null, primary key (person_id, place))\(ending: .narrowEnd)
            """,
            """
            create table educations (
                person_id \(.id) not null references people, place \(.integer) not null, level \(.text) not null,
                school \(.text), major \(.text), graduated_on \(.day), primary key (person_id, place))\(ending: .narrowEnd)
            """,
            """
            create table experiences (
                person_id \(.id) not null references people, place \(.integer) not null, employer \(.text) not null,
                position \(.text), starts_on \(.day) not null, ends_before \(.day),
                primary key (person_id, place))\(ending: .narrowEnd)
            """,
            """
            create table person_languages (
                person_id \(.id) not null references people, place \(.integer) not null, language \(.text) not null,
                primary key (person_id, place))\(ending: .narrowEnd)
            """,
            """
            create table custom_fields (
                id \(.id) primary key, code \(.text) not null unique, name_zh \(.text) not null,
                name_en \(.text) not null, kind \(.text) not null, field_class \(.text) not null,
                choices \(.text), place \(.integer) not null, is_retired \(.flag) not null default 0)\(ending: .end)
            """,
            """
            create table custom_values (
                person_id \(.id) not null references people, field_id \(.id) not null references custom_fields,
                content \(.text) not null, primary key (person_id, field_id))\(ending: .narrowEnd)
            """,
            """
            create table documents (
                id \(.id) primary key, person_id \(.id) not null references people, kind \(.text) not null,
                file_name \(.text) not null, hash \(.text) not null, byte_count \(.integer) not null,
                added_at \(.instant) not null, expires_on \(.day))\(ending: .end)
            """,
            "create index documents_by_person on documents (person_id)",
            "create index documents_by_expiry on documents (expires_on) where expires_on is not null",
        ])
}
