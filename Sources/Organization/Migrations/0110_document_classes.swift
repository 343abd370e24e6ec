import SQL

extension Migration {
    /// Who may see a document: the class of fields it belongs to. Papers and health are sensitive from the start.
    static let documentClasses = Migration(
        110, "classes of documents",
        [
            "alter table documents add column field_class \(.text) not null default 'personal'",
            "alter table documents add column added_by \(.id)",
            """
            update documents set field_class = 'sensitive' where kind in ('identityPaper', 'healthCertificate')
            """,
        ])
}
