// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

extension Reading {
  /// The images in the rows of `images`, (channel, row, column), as a layer gives them: a row a pixel, (image, row, column), and a column a
  /// channel.
  public func byPixel(_ images: Matrix) -> Matrix {
    precondition(images.columns == incoming.channels * incoming.pixels, "images of another shape")
    let (count, pixels) = (images.rows, incoming.pixels)
    var result = Matrix(rows: count * pixels, columns: incoming.channels)
    for channel in 0..<incoming.channels {
      for pixel in 0..<pixels {
        for image in 0..<count { result[image * pixels + pixel, channel] = images[image, channel * pixels + pixel] }
      }
    }
    return result
  }

  /// The patches of `signal`, which has a row a pixel and a column a channel: one a row, by (image, patch row, patch column).
  ///
  /// - Complexity: O(patches·N).
  public func patches(of signal: Matrix) -> Matrix {
    precondition(
      signal.columns == incoming.channels && signal.rows.isMultiple(of: incoming.pixels), "images of another shape")
    let images = signal.rows / incoming.pixels
    let source = pooling.map { pool(signal, images, $0) } ?? signal
    var result = Matrix(rows: images * patches, columns: inputs)
    for input in 0..<inputs { fill(&result, column: input, from: source, images) }
    return result
  }

  /// What every patch has at one place of the kernel.
  private func fill(_ result: inout Matrix, column: Int, from source: Matrix, _ images: Int) {
    let area = kernel.height * kernel.width
    let (channel, down, right) = (column / area, column % area / kernel.width, column % kernel.width)
    for patchRow in 0..<patchRows {
      let row = patchRow * kernel.stride + down - kernel.padding
      guard 0 <= row, row < pooled.height else { continue }
      for patchColumn in 0..<patchColumns {
        let place = patchColumn * kernel.stride + right - kernel.padding
        guard 0 <= place, place < pooled.width else { continue }
        let (from, to) = (row * pooled.width + place, patchRow * patchColumns + patchColumn)
        for image in 0..<images {
          result[image * patches + to, column] = source[image * pooled.pixels + from, channel]
        }
      }
    }
  }

  private func pool(_ signal: Matrix, _ images: Int, _ pooling: Pooling) -> Matrix {
    var result = Matrix(rows: images * pooled.pixels, columns: incoming.channels)
    for channel in 0..<incoming.channels {
      for image in 0..<images {
        for row in 0..<pooled.height {
          for column in 0..<pooled.width {
            let corner = image * incoming.pixels + row * pooling.stride * incoming.width + column * pooling.stride
            result[(image * pooled.height + row) * pooled.width + column, channel] =
              window(signal, channel, corner, pooling)
          }
        }
      }
    }
    return result
  }

  private func window(_ signal: Matrix, _ channel: Int, _ corner: Int, _ pooling: Pooling) -> Double {
    var (largest, sum) = (-Double.infinity, 0.0)
    for row in 0..<pooling.size {
      for column in 0..<pooling.size {
        let value = signal[corner + row * incoming.width + column, channel]
        largest = max(largest, value)
        sum += value
      }
    }
    return pooling.kind == .max ? largest : sum / Double(pooling.size * pooling.size)
  }
}
