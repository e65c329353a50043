// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
import Testing

@Suite struct BLASLibraryTests {
  @Test func productsUseOneThread() { #expect(BLASLibrary.threads == 1) }

  #if os(Linux)
    /// Who asks for the symbol, as OpenBLAS does while it is loaded, finds the executable's: OpenBLAS's own says 0 where no variable is set.
    @Test func libraryStartsNoThreadsWhenItIsLoaded() throws {
      let symbol = try #require(dlsym(UnsafeMutableRawPointer(bitPattern: 0), "openblas_num_threads_env"))
      #expect(unsafeBitCast(symbol, to: (@convention(c) () -> Int32).self)() == 1)
    }
  #endif
}
