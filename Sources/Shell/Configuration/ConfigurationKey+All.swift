import Kernel

/// The one list of what can be configured; `tenure doctor --config` prints it.
extension ConfigurationKey {
    package static let all: [ConfigurationKey] = place + server + database + files + other

    private static let place = [
        ConfigurationKey(
            "data_folder", .path, initial: "data",
            Phrase(zh: "数据文件夹：数据库、密钥、上传的文件", en: "Folder of the data: database, keys, uploaded files")),
        ConfigurationKey(
            "key_file", .path,
            Phrase(
                zh: "密钥文件；不设时为数据文件夹中的 keys。请与数据库分开备份",
                en: "Key file; `keys` in the data folder unless set. Keep its copy apart from the database")),
    ]

    private static let server = [
        ConfigurationKey(
            "address", .text, initial: "127.0.0.1",
            Phrase(zh: "监听地址；0.0.0.0 表示所有网卡", en: "Address to listen on; 0.0.0.0 for every network")),
        ConfigurationKey("port", .number(1...65_535), initial: "8080", Phrase(zh: "监听端口", en: "Port to listen on")),
        ConfigurationKey(
            "public_address", .address(schemes: ["https", "http"]),
            Phrase(
                zh: "用户在浏览器中输入的地址，例如 https://hr.example.com；邮件和链接使用它",
                en: "What people type into the browser, such as https://hr.example.com; used in mails and links")),
        ConfigurationKey(
            "names", .words,
            Phrase(zh: "除上述地址外，还可用来访问本服务的主机名", en: "Further host names under which the server may be reached")),
        ConfigurationKey(
            "behind_proxy", .flag, initial: "no",
            Phrase(
                zh: "前面有自己的反向代理，由它提供 TLS 并设置 X-Forwarded-For 和 X-Forwarded-Proto",
                en: "A proxy of ours stands in front, speaks TLS and sets X-Forwarded-For and X-Forwarded-Proto")),
        ConfigurationKey(
            "tls_certificate", .path,
            Phrase(
                zh: "直接提供 TLS 时的证书链（PEM 文件）；需要同时设置 tls_key",
                en: "Certificate chain (PEM file) to serve TLS directly; needs tls_key")),
        ConfigurationKey(
            "tls_key", .path, Phrase(zh: "证书的私钥（PEM 文件）", en: "Private key of the certificate (PEM file)")),
    ]

    private static let database = [
        ConfigurationKey(
            "database", .database, initial: "sqlite", isSecret: true,
            Phrase(
                zh: "sqlite（数据文件夹中的 tenure.sqlite），或 postgres://用户:密码@主机:端口/数据库",
                en: "sqlite (tenure.sqlite in the data folder), or postgres://user:password@host:port/database")),
        ConfigurationKey(
            "database_schema", .text, initial: "public",
            Phrase(zh: "PostgreSQL 的 schema；多家公司可共用一个数据库", en: "PostgreSQL schema; companies may share a database")),
        ConfigurationKey(
            "connections", .number(1...200), initial: "8",
            Phrase(zh: "到数据库的连接数", en: "Connections to the database")),
    ]

    private static let files = [
        ConfigurationKey(
            "document_store", .documentStore, initial: Bucket.folder,
            Phrase(
                zh: "人员文件存放处：folder（数据文件夹），或 s3://存储桶/前缀（S3 兼容存储；不包含在 tenure backup 中）",
                en: "Where documents lie: folder (the data folder), or s3://bucket/prefix in an S3-compatible store, "
                    + "which tenure backup does not copy")),
        ConfigurationKey(
            "document_store_address", .address(schemes: ["https", "http"]),
            Phrase(
                zh: "S3 兼容存储的地址，例如 https://minio.example.com；http 只用于内部网络",
                en:
                    "Address of the S3-compatible store, such as https://minio.example.com; http only in a private network"
            )),
        ConfigurationKey(
            "document_store_region", .text, initial: "us-east-1",
            Phrase(zh: "存储桶所在区域", en: "Region of the bucket")),
        ConfigurationKey(
            "document_store_key", .text, Phrase(zh: "访问密钥 ID", en: "Access key id of the store")),
        ConfigurationKey(
            "document_store_secret", .text, isSecret: true,
            Phrase(zh: "访问密钥的密文", en: "Secret access key of the store")),
        ConfigurationKey(
            "document_scan", .program,
            Phrase(
                zh: "上传的文件和导入的表格保存前，用此程序扫描，例如 /usr/bin/clamdscan --fdpass --no-summary；"
                    + "文件路径附在最后，退出码 0 为安全，1 为拒绝",
                en: "Program that scans uploads and imports before they are kept, such as "
                    + "/usr/bin/clamdscan --fdpass --no-summary; gets the file's path at the end, ends with 0: clean, "
                    + "1: refused")),
    ]

    private static let other = [
        ConfigurationKey(
            "time_zone", .timeZone, initial: "Asia/Shanghai",
            Phrase(zh: "公司所在时区；“今天”按此计算", en: "Time zone of the company, which decides what day it is")),
        ConfigurationKey(
            "log_level", .choice(["debug", "info", "notice", "warning", "error"]), initial: "notice",
            Phrase(zh: "日志级别", en: "What is logged, at least")),
        ConfigurationKey(
            "log_format", .choice(["text", "json"]), initial: "text",
            Phrase(zh: "日志格式：便于阅读的 text，或每行一个 JSON 对象", en: "Lines to read, or one JSON object a line")),
        ConfigurationKey(
            "demonstration", .flag, initial: "no",
            Phrase(
                zh: "数据库为空时载入演示公司；任何能打开网页的人都可以不用密码登录",
                en:
                    "Fill an empty database with the demonstration company; whoever reaches the page may sign in without a password"
            )),
    ]
}
