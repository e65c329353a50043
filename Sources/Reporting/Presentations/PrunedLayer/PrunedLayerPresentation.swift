// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
import RecoveryTheory

/// What stays of pruned layers and how far they are from the old ones on fresh inputs, on their law.
struct PrunedLayerPresentation: MeasuredPresentation {
  private typealias Layer = PrunedLayerExperiment

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    let error = Axis(name: "fresh_error", label: "relative error on a fresh input", from: 0)
    let course = LawCourse(results)
    return [
      course.figure(
        "kept_fraction", Layer.keptFraction, title: "How sparse pruned neurons are",
        text: "Share of a neuron's weights that stays.", y: .share("kept_fraction", "share of weights kept")
      ) { law, _ in law.keptFraction },
      course.figure(
        "norm1_ratio", Layer.norm1Ratio, title: "How large pruned neurons are",
        text: "$\\|\\hat u\\|_1$ relative to $\\|w\\|_1$.",
        y: .share("norm1_ratio", "$\\|\\hat u\\|_1 / \\|w\\|_1$")
      ) { law, _ in law.norm1Ratio },
      course.figure(
        "fresh_error", Layer.freshError, title: "Error of pruned neurons on inputs not seen",
        text: """
          Relative error of the output on a fresh input; with more samples it falls to the error $R$ that is allowed for on them.
          """, y: error
      ) { law, _ in law.freshError },
      course.figure(
        "excess", Layer.freshError, title: "What pruning on few samples costs",
        text: "Error on a fresh input in units of $R$, the error allowed for on the samples, less 1.",
        y: Axis(name: "excess", label: "fresh error over $R$, less 1", isLogarithmic: true),
        scaled: { $0 / $1[Layer.epsilon] - 1 }
      ) { law, cell in law.freshError / cell[Layer.epsilon] - 1 },
      course.figure(
        "stability", Layer.weightError, title: "Error of the weights themselves",
        text: """
          $\\|\\hat u - w\\|/\\|w\\|$ in units of $R$: of one size for all $R$ above the transition near $2\\delta$ samples, \
          growing as $1/R$ below it.
          """, y: Axis(name: "stability", label: "$\\|\\hat u - w\\| / (R \\|w\\|)$", isLogarithmic: true),
        scaled: { $0 / $1[Layer.epsilon] }
      ) { law, cell in law.weightError / cell[Layer.epsilon] },
      PrunedFrontier(results).figure,
    ].compactMap { $0 }
  }

  func highlights(_ results: MeasuredResults) -> DisplayTable {
    let isOfSeveral = Set(results.cells.map { $0.cell[Layer.inputs] }).count > 1
    return DisplayTable(
      caption: "Pruned layers: means over the trials, each with the value of the law for Gaussian inputs in brackets.",
      headings: (isOfSeveral ? ["inputs"] : []) + [
        "$N$", "$s/N$", "$q$", "$M$", "$P/N$", "$R$", "trials", "kept", "norm", "fresh error",
      ],
      rows: results.rows.map { row in
        (isOfSeveral ? [row.cell[Layer.inputs].name] : []) + [
          "\(row.cell[Layer.dimension])", "\(row.cell[Layer.density])", "\(row.cell[Layer.decay])",
          "\(row.cell[Layer.neurons])",
          "\(row.cell[Layer.samplesPerInput])", "\(row.cell[Layer.epsilon])", row.trials.grouped,
          pair(row, Layer.keptFraction, Layer.keptLaw), pair(row, Layer.norm1Ratio, Layer.norm1Law),
          pair(row, Layer.freshError, Layer.freshLaw),
        ]
      })
  }

  private func pair(_ row: MeasuredResults.Row, _ quantity: Quantity, _ law: Quantity) -> String {
    guard let measured = row.mean(quantity), let predicted = row.mean(law) else { return "–" }
    return "\(measured.fixed(3)) (\(predicted.fixed(3)))"
  }
}
