import Foundation
import Kernel
import Tenure

/// TLS, when it is served directly.
enum CertificateCheck {
    private static let subject = Phrase(zh: "TLS 证书", en: "TLS certificate")

    static func look(_ settings: Server.Settings) -> [Finding] {
        guard let tls = settings.tls else {
            if settings.isBehindProxy || ["127.0.0.1", "localhost", "::1"].contains(settings.host) { return [] }
            return [
                .warning(
                    subject,
                    Phrase(
                        zh: "服务对外监听但没有 TLS，密码会以明文传输。请设置 tls_certificate 和 tls_key，或使用反向代理",
                        en:
                            "the server listens beyond this machine without TLS, so passwords travel in the clear. Set tls_certificate and tls_key, or use a proxy"
                    ))
            ]
        }
        do {
            _ = try tls.configuration()
        } catch {
            return [.bad(subject, Examination.words(error, settings))]
        }
        guard let expiry = tls.expiry() else { return [.good(subject, Phrase(zh: "可以使用", en: "can be used"))] }
        let days = (expiry - Int64(Date().timeIntervalSince1970)) / 86_400
        if days < 0 {
            return [
                .bad(
                    subject,
                    Phrase(
                        zh: "已过期 \(-days) 天。请更换证书并重新启动服务",
                        en: "out of date for \(-days) days. Renew it and restart the server"))
            ]
        }
        let words = Phrase(zh: "还有 \(days) 天到期", en: "good for \(days) days")
        return [days < 21 ? .warning(subject, words) : .good(subject, words)]
    }
}
