import CCurl

/// How a transfer ended.
enum TransferEnd: Sendable, Equatable {
    case complete
    /// Somebody stopped it.
    case stopped
    /// libcurl's own reason. Its texts may name hosts and users, so only the number goes on.
    case failed(CURLcode)
}

extension CURLcode: @retroactive @unchecked Sendable {}
