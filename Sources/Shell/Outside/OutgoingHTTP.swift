import CCurl
import Kernel

/// The only way Tenure speaks HTTP to other servers: webhooks, robots, sign-in providers, the store
/// of documents.
///
/// Certificates are always checked. Addresses are judged when the connection is opened, after the name was resolved, so
/// a name that resolves to the inside (or changes its mind between two look-ups) gains nothing. Redirects lead at most
/// to the same host. Proxies of the environment are not used.
package struct OutgoingHTTP: Sendable {
    /// Private networks that may be reached, also unencrypted. Everything public is reached by https only.
    package var allowedNetworks: [NetworkRange]
    /// Trusted roots in place of the system's, as a PEM file.
    package var trustedRoots: String?
    /// For one request with its redirects, in seconds.
    package var timeout: Int
    /// Of one answer's body, in bytes.
    package var maximumAnswer: Int

    package init(
        allowedNetworks: [NetworkRange] = [], trustedRoots: String? = nil, timeout: Int = 15,
        maximumAnswer: Int = 1 << 20
    ) {
        self.allowedNetworks = allowedNetworks
        self.trustedRoots = trustedRoots
        self.timeout = timeout
        self.maximumAnswer = maximumAnswer
    }

    /// Follow this many redirects at most.
    private static let longestWay = 3
    private static let lane = TransferLane("tenure.http", width: 8)

    /// Asks and waits for the answer. Cancelling the task ends the request at once.
    package func send(_ request: OutgoingRequest) async throws(OutgoingRefusal) -> OutgoingAnswer {
        let deadline = ContinuousClock.now + .seconds(timeout)
        var address = request.address
        for _ in 0...Self.longestWay {
            let left = ContinuousClock.now.duration(to: deadline).milliseconds
            guard left > 0 else { throw .tooSlow(host: address.host, seconds: timeout) }
            let here = address
            switch await Self.lane.run({ ask(request, at: here, within: left, until: $0) }) {
            case .failure(let refusal): throw refusal
            case .success((let answer, nil)): return answer
            case .success((let answer, let next?)):
                // A change is repeated only where the status says so (RFC 9110 § 15.4).
                guard [.get, .head].contains(request.method) || [307, 308].contains(answer.status),
                    let next = try? OutgoingAddress(next),
                    here.mayLead(to: next)
                else { throw .redirectedElsewhere(host: here.host) }
                address = next
            }
        }
        throw .redirectedElsewhere(host: address.host)
    }

    private typealias Step = (answer: OutgoingAnswer, next: String?)

    private func ask(
        _ request: OutgoingRequest, at address: OutgoingAddress, within milliseconds: Int, until stop: StopSwitch
    ) -> Result<Step, OutgoingRefusal> {
        let transfer = CurlTransfer(
            url: address.text, limit: maximumAnswer, timeout: milliseconds,
            gate: { peer in refusal(of: address, at: peer) == nil })
        transfer.set(CURLOPT_PROTOCOLS_STR, "http,https")
        transfer.set(CURLOPT_FOLLOWLOCATION, 0)
        transfer.setSize(CURLOPT_MAXFILESIZE_LARGE, maximumAnswer)
        if let trustedRoots { transfer.set(CURLOPT_CAINFO, trustedRoots) }
        // No waiting for "100 Continue"; a header without a value is written with a semicolon.
        var headers = ["Expect:", "User-Agent: Tenure"]
        headers += request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        if let body = request.body {
            transfer.set(CURLOPT_POST, 1)
            transfer.setCopiedBody(body.bytes)
            headers.append("Content-Type: \(body.type)")
        }
        switch request.method {
        case .get, .post: break
        case .put, .delete: transfer.set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        case .head: transfer.set(CURLOPT_NOBODY, 1)
        }
        transfer.set(CURLOPT_HTTPHEADER, headers)
        let end = transfer.run(until: stop)
        if let refusal = refusal(of: end, transfer, address) { return .failure(refusal) }
        let answer = OutgoingAnswer(status: transfer.status, headers: transfer.headers, body: transfer.received)
        return .success((answer, transfer.redirection))
    }

    /// Why this host may not be reached at this address, `nil` when it may.
    func refusal(of target: OutgoingAddress, at address: NetworkAddress?) -> OutgoingRefusal? {
        guard let address else { return .privateNetwork(host: target.host) }
        if allowedNetworks.contains(where: { $0.contains(address) }) { return nil }
        guard address.isPublic else { return .privateNetwork(host: target.host) }
        return target.isEncrypted ? nil : .notEncrypted(host: target.host)
    }

    private func refusal(of end: TransferEnd, _ transfer: CurlTransfer, _ address: OutgoingAddress) -> OutgoingRefusal?
    {
        let host = address.host
        switch end {
        case .complete: return nil
        case .stopped: return .cancelled
        case .failed where transfer.overflowed, .failed(CURLE_FILESIZE_EXCEEDED):
            return .tooLarge(host: host, bytes: maximumAnswer)
        case .failed(CURLE_COULDNT_CONNECT) where !transfer.refusedAddresses.isEmpty:
            return transfer.refusedAddresses.lazy.compactMap { refusal(of: address, at: $0) }.first
        case .failed(let code):
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST: return .unknownHost(host)
            case CURLE_COULDNT_CONNECT: return .unreachable(host: host)
            case CURLE_OPERATION_TIMEDOUT: return .tooSlow(host: host, seconds: timeout)
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE: return .notTrusted(host: host)
            case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE, CURLE_WEIRD_SERVER_REPLY,
                CURLE_SSL_CONNECT_ERROR, CURLE_UNSUPPORTED_PROTOCOL, CURLE_HTTP2, CURLE_HTTP2_STREAM:
                return .brokenOff(host: host)
            default: return .failed(host: host, code: Int(code.rawValue))
            }
        }
    }
}

extension Duration {
    fileprivate var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
