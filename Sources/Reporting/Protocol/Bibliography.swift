// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import StudyModel

/// `references.bib`: the suite, and the papers whose statements a study is about.
struct Bibliography {
  let bibtex: String

  init(_ study: Study, _ manifest: Manifest) {
    let version = manifest.versions["trimlab"] ?? ""
    let commit = manifest.revision.map { ", commit \($0.commit)" } ?? ""
    let suite = """
      @software{trimlab,
        author = {{The TrimLab developers}},
        title = {TrimLab: sample complexity and theory verification for provable network pruning},
        version = {\(version)},
        note = {Version \(version)\(commit)},
      }
      """
    bibtex = ([suite] + Self.papers(study).map(\.entry)).joined(separator: "\n\n") + "\n"
  }

  private struct Paper {
    let key, kind, authors, title: String
    let place: [(field: String, text: String)]

    var entry: String {
      let fields = [("author", authors), ("title", "{\(title)}")] + place.map { ($0.field, $0.text) }
      return "@\(kind){\(key),\n" + fields.map { "  \($0.0) = {\($0.1)},\n" }.joined() + "}"
    }
  }

  private static func papers(_ study: Study) -> [Paper] {
    switch study.experiment {
    case is OverparameterisedRiskExperiment: [chang]
    case is SparseNetworkExperiment: [fridovichKeil, netTrim]
    case is PrunabilityExperiment: [kuhn]
    case is LowRankExperiment: [xu]
    case is NeuronSamplingExperiment, is NetworkSamplingExperiment, is CancellationExperiment,
      is FreshSensitivityExperiment:
      [coreNet, sipp, pfp]
    case is EqualSizeExperiment: [coreNet, sipp, pfp, han, netTrim]
    case is BoundedDiscrepancyExperiment: [netTrim, fastPruning, han]
    case is KeptFractionExperiment: [han]
    case is RecoveryExperiment, is ActiveSamplesExperiment: [netTrim, fastPruning, edge]
    default: [netTrim, fastPruning]
    }
  }

  private static let netTrim = Paper(
    key: "aghasi2017nettrim", kind: "inproceedings",
    authors: "Aghasi, Alireza and Abdi, Afshin and Nguyen, Nam and Romberg, Justin",
    title: "Net-Trim: Convex Pruning of Deep Neural Networks with Performance Guarantee",
    place: [("booktitle", "Advances in Neural Information Processing Systems 30"), ("year", "2017")])
  private static let fastPruning = Paper(
    key: "aghasi2020fast", kind: "article", authors: "Aghasi, Alireza and Abdi, Afshin and Romberg, Justin",
    title: "Fast Convex Pruning of Deep Neural Networks",
    place: [("journal", "SIAM Journal on Mathematics of Data Science"), ("year", "2020"), ("note", "arXiv:1806.06457")])
  private static let edge = Paper(
    key: "amelunxen2014living", kind: "article",
    authors: "Amelunxen, Dennis and Lotz, Martin and McCoy, Michael B. and Tropp, Joel A.",
    title: "Living on the Edge: Phase Transitions in Convex Programs with Random Data",
    place: [("journal", "Information and Inference"), ("year", "2014"), ("note", "arXiv:1303.6672")])
  private static let chang = Paper(
    key: "chang2021provable", kind: "inproceedings",
    authors: "Chang, Xiangyu and Li, Yingcong and Oymak, Samet and Thrampoulidis, Christos",
    title: "Provable Benefits of Overparameterization in Model Compression",
    place: [
      ("booktitle", "Proceedings of the AAAI Conference on Artificial Intelligence"), ("year", "2021"),
      ("note", "arXiv:2012.08749"),
    ])
  private static let fridovichKeil = Paper(
    key: "fridovichkeil2025recovery", kind: "misc", authors: "Fridovich-Keil, Sara and Pilanci, Mert",
    title: "A Recovery Guarantee for Sparse Neural Networks", place: [("year", "2025"), ("note", "arXiv:2509.20323")])
  private static let kuhn = Paper(
    key: "kuhn2021robustness", kind: "misc",
    authors: "Kuhn, Lorenz and Lyle, Clare and Gomez, Aidan N. and Rothfuss, Jonas and Gal, Yarin",
    title: "Robustness to Pruning Predicts Generalization in Deep Neural Networks",
    place: [("year", "2021"), ("note", "arXiv:2103.06002")])
  private static let xu = Paper(
    key: "xu2018trained", kind: "misc", authors: "Xu, Yuhui and others",
    title: "Trained Rank Pruning for Efficient Deep Neural Networks",
    place: [("year", "2018"), ("note", "arXiv:1812.02402")])
  private static let han = Paper(
    key: "han2015learning", kind: "inproceedings",
    authors: "Han, Song and Pool, Jeff and Tran, John and Dally, William J.",
    title: "Learning both Weights and Connections for Efficient Neural Networks",
    place: [("booktitle", "Advances in Neural Information Processing Systems 28"), ("year", "2015")])
  private static let coreNet = Paper(
    key: "baykal2019coresets", kind: "inproceedings",
    authors: "Baykal, Cenk and Liebenwein, Lucas and Gilitschenski, Igor and Feldman, Dan and Rus, Daniela",
    title: "Data-Dependent Coresets for Compressing Neural Networks with Applications to Generalization Bounds",
    place: [
      ("booktitle", "International Conference on Learning Representations"), ("year", "2019"),
      ("note", "arXiv:1804.05345"),
    ])
  private static let sipp = Paper(
    key: "baykal2019sipping", kind: "misc",
    authors: "Baykal, Cenk and Liebenwein, Lucas and Gilitschenski, Igor and Feldman, Dan and Rus, Daniela",
    title: "SiPPing Neural Networks: Sensitivity-informed Provable Pruning of Neural Networks",
    place: [("year", "2019"), ("note", "arXiv:1910.05422")])
  private static let pfp = Paper(
    key: "liebenwein2020provable", kind: "inproceedings",
    authors: "Liebenwein, Lucas and Baykal, Cenk and Lang, Harry and Feldman, Dan and Rus, Daniela",
    title: "Provable Filter Pruning for Efficient Neural Networks",
    place: [
      ("booktitle", "International Conference on Learning Representations"), ("year", "2020"),
      ("note", "arXiv:1911.07412"),
    ])
}
