import Foundation
import Kernel
import NIOSSL

/// The files TLS is served with.
package struct ServerCertificate: Sendable {
    package let chain: String
    package let key: String

    package init(chain: String, key: String) {
        (self.chain, self.key) = (chain, key)
    }

    /// TLS 1.2 and newer.
    /// - Throws: ``ServerRefusal/certificate(path:)`` for a file that cannot be read or holds something else, or a key
    ///   of another certificate.
    package func configuration() throws -> TLSConfiguration {
        let certificates = try Self.reading(chain) { try NIOSSLCertificate.fromPEMFile($0) }
        guard let first = certificates.first else { throw ServerRefusal.certificate(path: chain) }
        let privateKey = try Self.reading(key) { try NIOSSLPrivateKey(file: $0, format: .pem) }
        guard first.isOf(privateKey) else { throw ServerRefusal.certificateOfAnotherKey(chain: chain, key: key) }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(privateKey))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }

    private static func reading<T>(_ path: String, _ body: (String) throws -> T) throws -> T {
        do {
            return try body(path)
        } catch {
            throw ServerRefusal.certificate(path: path)
        }
    }

    /// How long the certificate is good, in seconds since 1970; nil when it cannot be read.
    package func expiry() -> Int64? {
        guard let certificates = try? NIOSSLCertificate.fromPEMFile(chain), let first = certificates.first else {
            return nil
        }
        return Int64(first.notValidAfter)
    }
}

extension NIOSSLCertificate {
    /// Whether the two keys are one. A pair that does not fit would only fail when somebody connects.
    fileprivate func isOf(_ key: NIOSSLPrivateKey) -> Bool {
        let configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(self)], privateKey: .privateKey(key))
        return (try? NIOSSLContext(configuration: configuration)) != nil
    }
}
