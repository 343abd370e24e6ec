import Kernel

/// Where events may be sent: https on the public internet; inside the networks the settings allow also http.
///
/// A name is judged again when it is connected to, by the address it then has.
enum WebhookAddress {
    /// - Throws: ``OutgoingRefusal``.
    static func check(_ text: String, _ networks: NetworkList) throws(OutgoingRefusal) -> String {
        let address = try OutgoingAddress(text)
        let host = address.host.hasPrefix("[") ? String(address.host.dropFirst().dropLast()) : address.host
        let http = OutgoingHTTP(allowedNetworks: networks.ranges)
        if let place = NetworkAddress(host == "localhost" ? "127.0.0.1" : host) {
            if let refusal = http.refusal(of: address, at: place) { throw refusal }
        } else if !address.isEncrypted {
            // A name may be one of the inside: with such networks allowed, the connection decides.
            guard !networks.ranges.isEmpty else { throw .notEncrypted(host: address.host) }
        }
        return address.text
    }
}
