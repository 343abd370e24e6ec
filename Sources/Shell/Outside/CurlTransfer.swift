import CCurl
import Glibc

/// One libcurl transfer: its settings, the bytes it sends, the bytes it received. Made, run and freed on one thread.
///
/// A setting libcurl refuses is remembered and ends `run` before anything is sent: a transfer never runs with half of
/// its settings.
final class CurlTransfer {
    /// Says for each address libcurl is about to connect to whether it may.
    typealias Gate = (NetworkAddress?) -> Bool

    /// Nil when libcurl had no memory left: every setting is then refused, so nothing is sent.
    private let easy: UnsafeMutableRawPointer?
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private var refusedSetting: CURLcode?

    private var stop: StopSwitch?
    private let gate: Gate
    /// Addresses the gate kept shut; `nil` stands for something that is no internet address.
    private(set) var refusedAddresses: [NetworkAddress?] = []

    private let outgoing: [UInt8]
    private var sent = 0

    /// What the peer sent, at most `limit` bytes; `overflowed` says that there was more.
    private(set) var received: [UInt8] = []
    private(set) var overflowed = false
    private let limit: Int
    private(set) var headers: [(name: String, value: String)] = []
    private var headerBytes = 0

    /// Far more than any server sends; stops one that never ends its headers.
    private static let headerLimit = 64 * 1024

    /// - Parameters:
    ///   - url: as libcurl reads it.
    ///   - outgoing: bytes for transfers that upload.
    ///   - limit: of received bytes.
    ///   - timeout: for the whole transfer, in milliseconds.
    init(
        url: String, outgoing: [UInt8] = [], limit: Int, timeout: Int, gate: @escaping Gate = { _ in true }
    ) {
        _ = Self.libraryIsReady
        easy = curl_easy_init()
        self.outgoing = outgoing
        self.limit = limit
        self.gate = gate
        if easy == nil { refusedSetting = CURLE_OUT_OF_MEMORY }
        set(CURLOPT_URL, url)
        set(CURLOPT_TIMEOUT_MS, timeout)
        set(CURLOPT_CONNECTTIMEOUT_MS, min(timeout, 10_000))
        set(CURLOPT_NOSIGNAL, 1)
        // A look-up in the name service that hangs is left behind instead of waited for.
        set(CURLOPT_QUICK_EXIT, 1)
        set(CURLOPT_NOPROGRESS, 0)
        // Proxies named in the environment would see what the administrator never configured.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        listen()
    }

    deinit {
        curl_easy_cleanup(easy)
        for list in lists { curl_slist_free_all(list) }
    }

    /// Initialises the library once. A peer that closes early must not end the process.
    private static let libraryIsReady: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK
    }()

    func set(_ option: CURLoption, _ value: Int) { keep(curl_set_number(easy, option, value)) }
    func set(_ option: CURLoption, _ value: String) { keep(curl_set_text(easy, option, value)) }
    func setSize(_ option: CURLoption, _ value: Int) { keep(curl_set_size(easy, option, curl_off_t(value))) }

    func set(_ option: CURLoption, _ values: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for value in values {
            guard let longer = curl_slist_append(list, value) else { break }
            list = longer
        }
        guard let list else { return }
        lists.append(list)
        keep(curl_set_list(easy, option, list))
    }

    /// Bytes libcurl copies now, such as the body of a POST.
    func setCopiedBody(_ bytes: [UInt8]) {
        setSize(CURLOPT_POSTFIELDSIZE_LARGE, bytes.count)
        var bytes = bytes
        keep(bytes.withUnsafeMutableBytes { curl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) })
    }

    private func keep(_ code: CURLcode) {
        if code != CURLE_OK, refusedSetting == nil { refusedSetting = code }
    }

    /// The last status the peer answered with; 0 when it said nothing.
    var status: Int {
        var status = 0
        return curl_get_number(easy, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0
    }

    /// Where an HTTP answer sends the client, as an absolute address.
    var redirection: String? {
        var text: UnsafePointer<CChar>?
        guard curl_get_text(easy, CURLINFO_REDIRECT_URL, &text) == CURLE_OK else { return nil }
        return text.map { String(cString: $0) }
    }

    /// Blocks until the transfer is over, its time is up or somebody stops it.
    ///
    /// A stopped transfer is ended by libcurl itself, asked through its progress function, and never by removing its
    /// handle: removing one in the middle of a mail would end the mail where it stands and have half of it delivered.
    func run(until stop: StopSwitch) -> TransferEnd {
        if let refusedSetting { return .failed(refusedSetting) }
        guard let multi = curl_multi_init() else { return .failed(CURLE_OUT_OF_MEMORY) }
        self.stop = stop
        stop.attach(multi)
        curl_multi_add_handle(multi, easy)
        defer {
            stop.detach()
            curl_multi_remove_handle(multi, easy)
            curl_multi_cleanup(multi)
        }
        if stop.isStopped { return .stopped }
        var running: Int32 = 1
        while running > 0 {
            guard curl_multi_perform(multi, &running) == CURLM_OK else { return .failed(CURLE_FAILED_INIT) }
            if running > 0 { curl_multi_poll(multi, nil, 0, 1000, nil) }
        }
        var left: Int32 = 0
        guard let message = curl_multi_info_read(multi, &left) else { return .failed(CURLE_FAILED_INIT) }
        let code = message.pointee.data.result
        switch code {
        case CURLE_OK: return .complete
        case CURLE_ABORTED_BY_CALLBACK: return .stopped
        default: return .failed(code)
        }
    }

    // MARK: What libcurl asks for and brings

    private func listen() {
        let this = Unmanaged.passUnretained(self).toOpaque()
        for option in [
            CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_READDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_XFERINFODATA,
        ] {
            keep(curl_set_pointer(easy, option, this))
        }
        keep(
            curl_set_bytes_function(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, this in
                CurlTransfer.at(this).receive(UnsafeRawBufferPointer(start: bytes, count: size * count))
            })
        keep(
            curl_set_bytes_function(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, this in
                CurlTransfer.at(this).receiveHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
            })
        keep(
            curl_set_bytes_function(easy, CURLOPT_READFUNCTION) { bytes, size, count, this in
                CurlTransfer.at(this).fill(UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
            })
        keep(
            curl_set_open_socket_function(easy) { this, _, address in
                CurlTransfer.at(this).openSocket(address)
            })
        keep(
            curl_set_progress_function(easy) { this, _, _, _, _ in
                CurlTransfer.at(this).stop?.isStopped == true ? 1 : 0
            })
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> CurlTransfer {
        // libcurl hands back what `listen` gave it; the transfer outlives its handle.
        Unmanaged<CurlTransfer>.fromOpaque(pointer!).takeUnretainedValue()
    }

    /// Fewer bytes taken than offered make libcurl end the transfer.
    private func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard received.count + bytes.count <= limit else {
            overflowed = true
            return 0
        }
        received.append(contentsOf: bytes)
        return bytes.count
    }

    private func receiveHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= Self.headerLimit else {
            overflowed = true
            return 0
        }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // The answer proper begins; whatever came before was interim.
            headers = []
        } else if let colon = line.firstIndex(of: ":") {
            headers.append((String(line[..<colon]), String(line[line.index(after: colon)...]).trimmedLine))
        }
        return bytes.count
    }

    private func fill(_ space: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(space.count, outgoing.count - sent)
        outgoing.withUnsafeBytes { space.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[sent..<sent + count])) }
        sent += count
        return count
    }

    private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
        guard let address else { return CURL_SOCKET_BAD }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = Int(curl_address_bytes(address, &bytes))
        let peer = NetworkAddress(networkBytes: bytes.prefix(count))
        guard gate(peer) else {
            refusedAddresses.append(peer)
            return CURL_SOCKET_BAD
        }
        let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, kind, address.pointee.protocol)
    }
}

extension String {
    /// Without the blanks and the line end around a header's value.
    fileprivate var trimmedLine: String {
        let blanks: Set<Character> = [" ", "\t", "\r", "\n", "\r\n"]
        return String(drop(while: blanks.contains).reversed().drop(while: blanks.contains).reversed())
    }
}
