// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import OwnMethods
import Statistics

/// `Studies/study.schema.json`, from which editors complete and check study files: a branch for every claim, made of what its experiment
/// declares.
///
/// Source: json-schema.org, draft 2020-12.
public enum StudySchema {
  /// The document, keys in order, with a last line end.
  ///
  /// - Throws: an encoding error.
  public static func json() throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: document, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  typealias Object = [String: Any]

  private static var document: Object {
    let branches = StudySubject.all
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "TrimLab study", "type": "object",
      "description": "What `trimlab run` measures: a claim, a grid, and how many trials each cell of the grid gets.",
      "required": ["study", "claim", "seed", "grid"],
      "properties": [
        "claim": ["description": "Decides which other keys there are.", "enum": branches.map(\.name)] as Object
      ],
      "allOf": branches.map { branch -> Object in
        [
          "if": ["properties": ["claim": ["const": branch.name]], "required": ["claim"]] as Object,
          "then": ["$ref": "#/$defs/\(branch.name)"],
        ]
      },
      "$defs": Dictionary(
        uniqueKeysWithValues: branches.map { ($0.name, Self.branch($0.name, $0.meaning, $0.experiment)) }
      )
      .merging(common) { $1 },
    ]
  }

  private static func branch(_ name: String, _ meaning: String, _ experiment: any Experiment) -> Object {
    let (grid, top) = (
      experiment.parameters.filter { $0.place == .grid }, experiment.parameters.filter { $0.place == .study }
    )
    var properties: Object = [
      "format": ["$ref": "#/$defs/format"], "study": ["$ref": "#/$defs/name"], "claim": ["const": name],
      "seed": ["$ref": "#/$defs/seed"],
      "alarm-rate": ["$ref": "#/$defs/alarm-rate"], "trials": ["$ref": "#/$defs/trials"],
      "figures": ["$ref": "#/$defs/figures"],
      "grid": [
        "description": "A cell for every combination.", "type": "object", "additionalProperties": false,
        "properties": schemas(of: grid),
      ] as Object,
    ]
    properties.merge(schemas(of: top)) { $1 }
    return [
      "description": meaning, "type": "object", "additionalProperties": false,
      "required": ["study", "claim", "seed", "grid"], "properties": properties,
    ]
  }

  private static func schemas(of parameters: [any GridParameter]) -> Object {
    Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.schema) })
  }

  private static var common: Object {
    [
      "format": [
        "description": "The format of the file; a file that does not say has format 1.", "type": "integer",
        "minimum": 1,
        "maximum": Study.format, "default": 1,
      ] as Object,
      "name": [
        "description": "Names the default run folder, results/<name>.", "type": "string",
        "pattern": "^[A-Za-z0-9_][A-Za-z0-9_.-]*$",
      ] as Object,
      "figures": figures,
      "seed": ["description": "Every stream of the study is keyed by it.", "type": "integer", "minimum": 0] as Object,
      "alarm-rate": [
        "description": "Family-wise false-alarm rate at which the claim counts as refuted.", "type": "number",
        "exclusiveMinimum": 0, "exclusiveMaximum": 1, "default": VerificationPlan.standardAlarmRate,
      ] as Object,
      "trials": [
        "description": "A number of trials for each cell, or the half-width its interval is to reach.",
        "type": "object",
        "additionalProperties": false,
        "properties": [
          "each": Self.count(TrialPlan.mostTrials), "half-width": Self.open(0, 0.5),
          "confidence": Self.open(0, 1, standard: TrialPlan.fixedConfidence),
          "at-most": Self.count(TrialPlan.mostTrials),
        ] as Object,
        "oneOf": [["required": ["each"], "maxProperties": 1], ["required": ["half-width", "at-most"]]] as [Object],
      ] as Object,
      "search": [
        "description":
          "Searches, for each combination of the other parameters, the value at which success has the given probabilities, and puts the "
          + "trials there. Leave out `trials`.",
        "type": "object", "additionalProperties": false, "required": ["adaptive"],
        "properties": [
          "adaptive": [
            "type": "object", "additionalProperties": false, "required": ["half-width", "at-most"],
            "properties": [
              "half-width": Self.open(0, 0.5), "confidence": Self.open(0, 1, standard: TrialPlan.fixedConfidence),
              "at-most": Self.count(TrialPlan.mostTrials),
              "probabilities": [
                "type": "array", "minItems": 1, "uniqueItems": true, "items": Self.open(0, 1), "default": [0.5],
              ] as Object,
            ] as Object,
          ] as Object
        ] as Object,
      ] as Object,
    ]
  }

  static func count(_ most: Int) -> Object { ["type": "integer", "minimum": 1, "maximum": most] }

  static func open(_ lower: Double, _ upper: Double, standard: Double? = nil) -> Object {
    var schema: Object = ["type": "number", "exclusiveMinimum": lower, "exclusiveMaximum": upper]
    schema["default"] = standard
    return schema
  }
}

extension GridParameter {
  /// What a study file may have for the parameter.
  fileprivate var schema: StudySchema.Object {
    let range = domain.rangeInWords.map { "; \($0)" } ?? ""
    var schema: StudySchema.Object = [
      "description": "\(meaning)\(unit == "1" ? "" : " (\(unit))")\(range)", "oneOf": forms,
    ]
    if standardLiterals.count == 1 {
      schema["default"] = domain.value(standardLiterals[0])
    } else if !standardLiterals.isEmpty {
      schema["default"] = standardLiterals.map(domain.value)
    }
    return schema
  }

  private var forms: [StudySchema.Object] {
    let list: StudySchema.Object = ["type": "array", "minItems": 1, "uniqueItems": true, "items": domain.schema]
    var forms: [StudySchema.Object] = []
    if case .keyed = domain { return [domain.schema] }
    if place == .study { forms.append(domain.schema) }
    if case .words(let words) = domain, place == .study, words.count == 2 { forms.append(["const": "both"]) }
    forms.append(list)
    if case .integers = domain { forms.append(["$ref": "#/$defs/search"]) }
    return forms + (axis?.schemas ?? [])
  }
}

extension AxisRule {
  fileprivate var schemas: [StudySchema.Object] {
    func shares(_ key: String, _ meaning: String, most: Double) -> StudySchema.Object {
      let numbers: StudySchema.Object = [
        "description": meaning, "type": "array", "minItems": 1, "uniqueItems": true,
        "items": ["type": "number", "exclusiveMinimum": 0, "maximum": most] as StudySchema.Object,
      ]
      return ["type": "object", "additionalProperties": false, "required": [key], "properties": [key: numbers]]
    }
    let all: [StudySchema.Object?] = [
      whole.map { shares("fractions", "Shares of the \($0.name).", most: 1) },
      unit.map { shares("fractions", "Multiples of the \($0.name).", most: 1000) },
      laterWhole.map { shares($0.key, "Shares of the \($0.name).", most: 1) },
      references.isEmpty ? nil : relative,
    ]
    return all.compactMap(\.self)
  }

  private var relative: StudySchema.Object {
    let factor: StudySchema.Object = ["type": "number", "exclusiveMinimum": 0, "maximum": 1e6]
    return [
      "type": "object", "additionalProperties": false, "required": ["relative-to", "from", "to", "count"],
      "properties": [
        "relative-to": [
          "description": references.map { "\($0.name): \($0.meaning)" }.joined(separator: "; "),
          "enum": references.map(\.name),
        ] as StudySchema.Object,
        "from": factor, "to": factor, "count": StudySchema.count(10_000),
      ] as StudySchema.Object,
    ]
  }
}

extension ParameterDomain {
  /// Of a single value.
  fileprivate var schema: StudySchema.Object {
    switch self {
    case .integers(let range): ["type": "integer", "minimum": range.lowerBound, "maximum": range.upperBound]
    case .numbers(let range): range.schema
    case .words(let words) where Set(words) == ["true", "false"]: ["type": "boolean"]
    case .words(let words): ["enum": words]
    case .composed(let head, let words, let file):
      [
        "oneOf": words.map { $0.schema(key: head, ["const": $0.name]) }
          + (file.map { [$0.schema(key: "file", ["type": "string"])] } ?? [])
      ]
    case .wordsOrCommand(let words): ["oneOf": [["enum": words], Self.command] as [StudySchema.Object]]
    case .keyed(let key, let range):
      [
        "type": "object", "additionalProperties": false, "required": [key],
        "properties": [
          key: [
            "oneOf": [
              range.schema, ["type": "array", "minItems": 1, "uniqueItems": true, "items": range.schema],
            ] as [StudySchema.Object]
          ]
        ] as StudySchema.Object,
      ]
    }
  }

  private static var command: StudySchema.Object {
    [
      "description": "A program of your own, spoken to over pipes.", "type": "object", "additionalProperties": false,
      "required": ["command"],
      "properties": [
        "command": [
          "description": "The program and its arguments; it starts in the folder of the study file.", "type": "array",
          "minItems": 1, "items": ["type": "string"],
        ] as StudySchema.Object,
        "timeout": [
          "description": "Seconds that an answer may take.", "type": "number", "exclusiveMinimum": 0,
          "default": OwnMethod.standardTimeout,
        ] as StudySchema.Object,
      ] as StudySchema.Object,
    ]
  }

  /// A literal as a file has it.
  fileprivate func value(_ literal: ParameterLiteral) -> Any {
    switch (self, literal) {
    case (.composed(let head, _, _), .word(let word)): [head: word]
    case (.keyed(let key, _), .number(let number)): [key: number]
    case (.words(let words), .word(let word)) where Set(words) == ["true", "false"]: word == "true"
    case (_, .integer(let number)): number
    case (_, .number(let number)): number
    case (_, .word(let word)): word
    }
  }

  /// For people; nil where the meaning says it all.
  fileprivate var rangeInWords: String? {
    switch self {
    case .integers(let range): "\(range.lowerBound) to \(range.upperBound)"
    default: nil
    }
  }
}

extension ComposedWord {
  fileprivate func schema(key: String, _ head: StudySchema.Object) -> StudySchema.Object {
    var properties: StudySchema.Object = [key: head]
    for field in fields { properties[field.name] = field.domain.schema }
    return [
      "type": "object", "additionalProperties": false,
      "required": [key] + fields.filter { $0.standard == nil }.map(\.name), "properties": properties,
    ]
  }
}

extension ClosedRange<Double> {
  fileprivate var schema: StudySchema.Object {
    var schema: StudySchema.Object = ["type": "number"]
    if lowerBound == .leastNonzeroMagnitude {
      schema["exclusiveMinimum"] = 0
    } else if lowerBound > -.greatestFiniteMagnitude {
      schema["minimum"] = lowerBound
    }
    if upperBound < .greatestFiniteMagnitude { schema["maximum"] = upperBound }
    return schema
  }
}
