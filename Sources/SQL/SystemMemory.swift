#if canImport(Glibc)
    import CSQLite
#endif

/// The memory of this program as the system sees it.
public enum SystemMemory {
    /// Gives back what large work has used and freed. The allocator of the C library would keep it for later, because
    /// pieces still in use lie between.
    public static func giveBack() {
        #if canImport(Glibc)
            malloc_trim(0)
        #endif
    }
}
