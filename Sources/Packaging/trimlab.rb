# SPDX-License-Identifier: GPL-3.0-or-later
# A Homebrew formula, to be put into a tap; untested on macOS.
class Trimlab < Formula
  desc "Sample complexity and theory verification for provable network pruning"
  homepage "https://github.com/trimlab/trimlab"
  license "GPL-3.0-or-later"
  head "https://github.com/trimlab/trimlab.git", branch: "main"

  depends_on xcode: ["26.0", :build]
  depends_on "gnuplot"
  depends_on "gsl"
  depends_on "lapack"
  depends_on "openblas"
  depends_on "random123"
  depends_on "sqlite"

  def install
    system "make", "install", "PREFIX=#{prefix}"
  end

  test do
    assert_match "exact recovery", shell_output("#{bin}/trimlab predict --dimension 200 --sparsity 10")
  end
end
