import Kernel
import SQL

extension House {
    /// The house as it serves: with its settings read, and with mail and webhooks going out as they say. Called once, after
    /// the database was brought up to date. While nothing is set, nothing leaves.
    package func opened() async throws -> House {
        var house = self
        house.world.post = { [settings] message in try await settings.http.post(message) }
        house.world.mail = { [settings, sealing] mail in try await settings.send(mail, sealing) }
        try await house.settings.load(house)
        return house
    }
}

extension SettingsDesk {
    /// How other servers may be asked.
    var http: OutgoingHTTP {
        let roots = value(of: .trustedRoots)
        return OutgoingHTTP(
            allowedNetworks: value(of: .allowedNetworks).ranges, trustedRoots: roots.isEmpty ? nil : roots,
            timeout: value(of: .outgoingTimeout))
    }

    /// The company's mail server. - Throws: ``OutsideRefusal/noMailServer`` while none is set.
    package func mailServer(_ sealing: Sealing) throws -> SMTPServer {
        let (host, user, roots) = (value(of: .mailHost), value(of: .mailUser), value(of: .trustedRoots))
        guard !host.isEmpty else { throw OutsideRefusal.noMailServer }
        let setting = Setting<SealedText>.mailPassword
        let password = try value(of: setting).opened(for: setting.code, by: sealing)
        let credentials = try password.flatMap { user.isEmpty ? nil : try SMTPServer.Credentials(user, $0) }
        return try SMTPServer(
            host: host, port: value(of: .mailPort), encryption: value(of: .mailEncryption), credentials: credentials,
            trustedRoots: roots.isEmpty ? nil : roots)
    }

    fileprivate func send(_ mail: OutgoingMail, _ sealing: Sealing) async throws {
        let server = try mailServer(sealing)
        let name = [value(of: .mailSenderName), value(of: .companyNameZH), value(of: .companyNameEN)]
            .first { !$0.isEmpty }
        let sender = value(of: .mailSender)
        guard !sender.isEmpty else { throw OutsideRefusal.noMailServer }
        try await server.send(
            Mail(
                key: mail.key, written: mail.written, from: try MailAddress(sender, name: name),
                to: [try MailAddress(mail.to)], subject: mail.subject, text: mail.text))
    }
}

extension OutgoingHTTP {
    /// Delivers a webhook; the status the receiver answers.
    fileprivate func post(_ message: WebhookMessage) async throws -> Int {
        let request = try OutgoingRequest.post(
            .init(type: "application/json", bytes: message.body), to: OutgoingAddress(message.address),
            headers: message.headers)
        return try await send(request).status
    }
}
