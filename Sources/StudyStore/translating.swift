// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB

/// Runs `body`, and says of a database error what it means for the run folder.
func translating<Result>(_ file: URL, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as RowDecodingError {
    throw StoreError.unreadable(path: file.path, reason: "\(error)")
  } catch let error as DatabaseError {
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR:
      throw StoreError.unreadable(path: file.path, reason: reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      throw StoreError.locked(path: file.path)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM:
      throw StoreError.cannotWrite(path: file.path, reason: reason)
    default: throw error
    }
  }
}
