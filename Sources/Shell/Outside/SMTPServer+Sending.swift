import CCurl

extension SMTPServer {
    private static let lane = TransferLane("tenure.mail", width: 4)

    /// Hands the mail over. Returns once the server has taken responsibility for it; a recipient the server refuses
    /// refuses the mail for all. Cancelling the task breaks the connection off at once.
    package func send(_ mail: Mail) async throws(MailRefusal) {
        let end = await Self.lane.run { stop in
            let transfer = connection(from: mail.from.domain, bytes: mail.message)
            transfer.set(CURLOPT_UPLOAD, 1)
            transfer.set(CURLOPT_MAIL_FROM, "<\(mail.from.address)>")
            transfer.set(CURLOPT_MAIL_RCPT, mail.to.map { "<\($0.address)>" })
            return refusal(of: transfer.run(until: stop), transfer.status)
        }
        if let end { throw end }
    }

    /// Connects, encrypts and signs in, and sends nothing: what `tenure doctor` asks.
    package func check() async throws(MailRefusal) {
        let end = await Self.lane.run { stop in
            let transfer = connection(from: "localhost", bytes: [])
            transfer.set(CURLOPT_CONNECT_ONLY, 1)
            return refusal(of: transfer.run(until: stop), transfer.status)
        }
        if let end { throw end }
    }

    /// - Parameter domain: whom this side says it is, in EHLO.
    private func connection(from domain: some StringProtocol, bytes: [UInt8]) -> CurlTransfer {
        let scheme = encryption == .tls ? "smtps" : "smtp"
        let place = host.contains(":") ? "[\(host)]" : host
        let transfer = CurlTransfer(
            url: "\(scheme)://\(place):\(port)/\(domain)", outgoing: bytes, limit: 1 << 16, timeout: timeout * 1000)
        transfer.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        transfer.set(
            CURLOPT_USE_SSL, encryption == .none ? Int(CURLUSESSL_NONE.rawValue) : Int(CURLUSESSL_ALL.rawValue))
        transfer.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, timeout)
        // Says goodbye while the transfer still has a time limit, not while cleaning up without one.
        transfer.set(CURLOPT_FORBID_REUSE, 1)
        if let trustedRoots { transfer.set(CURLOPT_CAINFO, trustedRoots) }
        if let credentials {
            transfer.set(CURLOPT_USERNAME, credentials.user)
            transfer.set(CURLOPT_PASSWORD, credentials.password)
        }
        return transfer
    }

    private func refusal(of end: TransferEnd, _ status: Int) -> MailRefusal? {
        switch end {
        case .complete: return nil
        case .stopped: return .cancelled
        case .failed(let code):
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST: return .unknownHost(host)
            case CURLE_COULDNT_CONNECT: return .unreachable(host: host)
            case CURLE_OPERATION_TIMEDOUT: return .tooSlow(host: host, seconds: timeout)
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE: return .notTrusted(host: host)
            case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR: return .noEncryption(host: host)
            case CURLE_LOGIN_DENIED: return .signInRefused(host: host)
            default: break
            }
            switch status {
            case 400..<500: return .busy(host: host, status: status)
            case 500..<600: return .declined(host: host, status: status)
            default: break
            }
            switch code {
            case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY:
                return .brokenOff(host: host)
            default: return .failed(host: host, code: Int(code.rawValue))
            }
        }
    }
}
