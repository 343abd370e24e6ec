import Testing

@testable import Forecast
