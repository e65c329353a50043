// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Keeps other processes out of a run folder for as long as it lives; the system releases it even after a kill -9.
struct FolderLock: ~Copyable, Sendable {
  private let descriptor: CInt

  /// - Throws: ``StoreError/inUse(path:)`` or ``StoreError/cannotWrite(path:reason:)``.
  init(_ folder: URL) throws(StoreError) {
    let path = folder.appending(path: ".lock").path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: String(cString: strerror(errno))) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .inUse(path: folder.path)
    }
  }

  deinit { close(descriptor) }
}
