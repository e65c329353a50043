// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PackagePlugin

/// Has the commit and the packages' versions written into a source file, again whenever either changes.
@main
struct BuildProvenancePlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let written = context.pluginWorkDirectoryURL.appending(path: "Provenance.swift")
    let read = [".git/logs/HEAD", "Package.resolved"].map { root.appending(path: $0) }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
    return [
      .buildCommand(
        displayName: "Writing what is built", executable: try context.tool(named: "provenance-tool").url,
        arguments: [root.path, written.path], inputFiles: read, outputFiles: [written])
    ]
  }
}
