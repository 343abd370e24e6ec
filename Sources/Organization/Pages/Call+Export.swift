import Shell

extension Call {
    /// Who takes a list along: the permission to export is needed beside the one to see the list.
    /// - Throws: ``Missing``, as for an address that does not exist.
    func exporter(of capability: Capability) throws -> Viewer {
        let viewer = try viewer
        guard viewer.can(.exportData), viewer.can(capability) else { throw Missing() }
        return viewer
    }
}
