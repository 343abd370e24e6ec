import Foundation
import Testing

/// A key and a certificate for 127.0.0.1 that nobody trusts, made once for the run.
enum TestCertificate {
    private static let folder = FileManager.default.temporaryDirectory
        .appending(path: "tenure-certificate-\(UUID())")

    /// Key and certificate in one PEM file, as servers here load it and as clients may be told to trust it.
    static let path: String = {
        let (key, certificate) = (folder.appending(path: "key.pem"), folder.appending(path: "certificate.pem"))
        let both = folder.appending(path: "both.pem")
        atexit { try? FileManager.default.removeItem(at: TestCertificate.folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                "2",
                "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key.path(), "-out",
                certificate.path(),
            ]
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            try (Data(contentsOf: key) + Data(contentsOf: certificate)).write(to: both)
        } catch {
            Issue.record("No certificate could be made: \(error)")
        }
        return both.path()
    }()
}
