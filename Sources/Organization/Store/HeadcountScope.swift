import Kernel
import SQL
import Shell

/// Whose posts a viewer's figures may be made of: conditions on primary assignments `a`.
///
/// A line is the posts under a manager of the line, so that somebody who left still counts where they worked.
enum HeadcountScope {
    static func condition(_ viewer: Viewer) -> Query {
        var conditions: [Query] = []
        for grant in viewer.grants(for: .readHeadcount) {
            switch grant.reach {
            case .company, .aggregates:
                guard let unit = grant.unit else { return Visibility.everybody }
                conditions.append(
                    """
                    a.unit_id in (
                        select v.unit_id from unit_paths v join unit_paths w on v.path >= w.path and v.path < w.path_end
                        where w.unit_id = \(unit))
                    """)
            case .line:
                guard let subject = viewer.subject else { continue }
                conditions.append(
                    """
                    a.manager_id in (
                        select r.person_id from staff r join staff w on r.line_path >= w.line_path
                            and r.line_path < w.line_end
                        where w.person_id = \(subject))
                    """)
            case .oneself, .mentees: continue
            }
        }
        return .any(of: conditions)
    }
}
