// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// GSL aborts the process on its first error unless told not to; the root finder reports its own as a status.
private let errorHandlerIsOff: Void = { _ = gsl_set_error_handler_off() }()

/// Lends a Swift closure to GSL as a `gsl_function` for the length of `body`.
func withGSLFunction<R>(
  _ function: (Double) -> Double, _ body: (UnsafeMutablePointer<gsl_function>) -> R
) -> R {
  _ = errorHandlerIsOff
  return withoutActuallyEscaping(function) { function in
    withUnsafePointer(to: function) { pointer in
      var lent = gsl_function(
        function: { x, closure in closure!.assumingMemoryBound(to: ((Double) -> Double).self).pointee(x) },
        params: UnsafeMutableRawPointer(mutating: pointer))
      return body(&lent)
    }
  }
}

/// The root of a function that changes sign over the bracket (Brent's method).
package func root(in bracket: ClosedRange<Double>, of function: (Double) -> Double) -> Double {
  let enclosure = rootEnclosure(in: bracket, tolerance: 1e-15, of: function)
  return (enclosure.lowerBound + enclosure.upperBound) / 2
}

/// An interval of relative width `tolerance` over which the function still changes sign.
func rootEnclosure(
  in bracket: ClosedRange<Double>, tolerance: Double, of function: (Double) -> Double
) -> ClosedRange<Double> {
  withGSLFunction(function) { function in
    let solver = gsl_root_fsolver_alloc(cgsl_root_brent())
    defer { gsl_root_fsolver_free(solver) }
    let status = gsl_root_fsolver_set(solver, function, bracket.lowerBound, bracket.upperBound)
    precondition(status == Int32(GSL_SUCCESS), "no sign change over \(bracket)")
    var enclosure = bracket
    for _ in 0..<200 {
      gsl_root_fsolver_iterate(solver)
      enclosure = gsl_root_fsolver_x_lower(solver)...gsl_root_fsolver_x_upper(solver)
      let test = gsl_root_test_interval(enclosure.lowerBound, enclosure.upperBound, 1e-300, tolerance)
      if test == Int32(GSL_SUCCESS) { break }
    }
    return enclosure
  }
}
