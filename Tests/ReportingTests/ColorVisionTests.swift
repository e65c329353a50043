// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import Reporting
import TestSupport
import Testing

/// Whether series can be told apart without colour, and with the three kinds of colour-blindness.
@Suite struct ColorVisionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What a viewer sees of a colour, as linear light.
  ///
  /// Source: Machado, Oliveira and Fernandes, IEEE Trans. Vis. Comput. Graph. 15 (2009), table 1 at severity 1; grey by the luminance of
  /// ITU-R BT.709.
  private enum Vision: CaseIterable {
    case full, protanopia, deuteranopia, tritanopia, grey

    var matrix: [[Double]] {
      switch self {
      case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      case .tritanopia:
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
      case .grey: Array(repeating: [0.2126, 0.7152, 0.0722], count: 3)
      }
    }
  }

  /// CIELAB of a colour seen so, white at D65.
  private func lab(_ color: String, _ vision: Vision, opacity: Double = 1) -> [Double] {
    let light = [1, 3, 5].map { place -> Double in
      let start = color.index(color.startIndex, offsetBy: place)
      let full = Double(Int(color[start..<color.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
      let value = 1 - opacity * (1 - full)
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let seen = vision.matrix.map { row in min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 })) }
    let toXYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    let white = [0.9505, 1, 1.089]
    let f = zip(toXYZ, white).map { row, white -> Double in
      let t = zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 } / white
      return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  private func difference(_ a: String, _ b: String, _ vision: Vision, opacity: Double = 1) -> Double {
    zip(lab(a, vision, opacity: opacity), lab(b, vision, opacity: opacity)).reduce(0) { $0 + pow($1.0 - $1.1, 2) }
      .squareRoot()
  }

  /// Two labels of a figure differ in the shape of their points or in the dashes of their lines; where neither does, in colour by
  /// at least 10 of CIELAB in every vision, about ten times what is just noticed.
  @Test func seriesAreTellableInEveryVision() throws {
    for figure in try figures(of: tinyGrids, in: folder.url) {
      let looks = figure.labelLooks
      for (index, first) in looks.enumerated() {
        for second in looks[(index + 1)...] where first.shape == second.shape && first.dash == second.dash {
          for vision in Vision.allCases {
            let apart = difference(first.color, second.color, vision)
            #expect(apart >= 10, "\(figure.name): \(first.label), \(second.label), \(vision): \(apart)")
          }
        }
      }
    }
  }

  /// Bars, which have neither shapes nor dashes, differ in every vision as they are drawn: half of their colour on white.
  @Test func barsAreTellableInEveryVision() throws {
    for figure in try figures(of: tinyGrids, in: folder.url) {
      let colors = Set(figure.commands.matches(of: /with boxes linecolor '(#\w+)'/).map { String($0.1) }).sorted()
      for (first, second) in zip(colors, colors.dropFirst()) {
        for vision in Vision.allCases {
          let apart = difference(first, second, vision, opacity: 0.5)
          #expect(apart >= 10, "\(figure.name): \(first), \(second), \(vision): \(apart)")
        }
      }
    }
  }

  /// White and black are 100 apart, to everyone; a red and a green of one luminance are not, in grey.
  @Test func theMeasureMeasures() {
    for vision in Vision.allCases { #expect(abs(difference("#ffffff", "#000000", vision) - 100) < 0.5) }
    #expect(difference("#b00000", "#005f00", .full) > 80 && difference("#b00000", "#005f00", .grey) < 10)
  }
}
