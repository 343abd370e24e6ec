import Testing

@testable import Tenure
