# Sparsity against error
# Share of the weights kept against the error on a fresh input as R varies, for so many samples an
# input and for infinitely many. Means of 200 trials a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot frontier.gp   (reads frontier.csv, writes frontier.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. frontier.py draws the same with matplotlib.
data = "frontier.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
# The rows of a series: x where a row is one of them.
of(panel, series, kind, x) = (strcol("panel") eq panel && strcol("series") eq series && strcol("kind") eq kind) ? column(x) : NaN
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
# Marks of the SVG are larger than those of the others.
marks = (format eq "svg") ? 0.65 : 1
if (format eq "svg") { set terminal svg size 742,546 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,1092 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,10.27cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,10.27cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "frontier.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.4960; set tmargin at screen 0.9194
set title (tex ? '$N = 50$, $s/N = 1$' : '{/:Italic N} = 50, {/:Italic s}/{/:Italic N} = 1')
unset logscale x
set xrange [0.0:1.0]
set xtics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'relative error on a fresh input' : 'relative error on a fresh input') at screen 0.5408, 0.4161 center
set label 2 (tex ? 'share of weights kept' : 'share of weights kept') at screen 0.0189, 0.7077 center rotate
plot data using (of("N = 50 · s/N = 1", "", "reference", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("N = 50 · s/N = 1", "Gaussian inputs", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#0072B2' dashtype 1, \
  data using (of("N = 50 · s/N = 1", "Gaussian inputs", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("N = 50 · s/N = 1", "Gaussian inputs", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("N = 50 · s/N = 1", "Rademacher inputs", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("N = 50 · s/N = 1", "Rademacher inputs", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("N = 50 · s/N = 1", "uniform inputs", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("N = 50 · s/N = 1", "uniform inputs", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73', \
  data using (of("N = 50 · s/N = 1", "sparse Gaussian inputs (density = 0.1)", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("N = 50 · s/N = 1", "sparse Gaussian inputs (density = 0.1)", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 13 pointsize 0.8*marks linecolor '#CC79A7', \
  data using (of("N = 50 · s/N = 1", "correlated inputs (ρ = 0.5)", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("N = 50 · s/N = 1", "correlated inputs (ρ = 0.5)", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.4960; set tmargin at screen 0.9194
set title (tex ? '$N = 100$, $s/N = 1$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 1')
unset logscale x
set xrange [0.0:1.0]
set xtics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ('' 0.0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("N = 100 · s/N = 1", "", "reference", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("N = 100 · s/N = 1", "Gaussian inputs", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#0072B2' dashtype 1, \
  data using (of("N = 100 · s/N = 1", "Gaussian inputs", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("N = 100 · s/N = 1", "Gaussian inputs", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("N = 100 · s/N = 1", "Rademacher inputs", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("N = 100 · s/N = 1", "Rademacher inputs", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("N = 100 · s/N = 1", "uniform inputs", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("N = 100 · s/N = 1", "uniform inputs", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73', \
  data using (of("N = 100 · s/N = 1", "sparse Gaussian inputs (density = 0.1)", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("N = 100 · s/N = 1", "sparse Gaussian inputs (density = 0.1)", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 13 pointsize 0.8*marks linecolor '#CC79A7', \
  data using (of("N = 100 · s/N = 1", "correlated inputs (ρ = 0.5)", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("N = 100 · s/N = 1", "correlated inputs (ρ = 0.5)", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.2440; set tmargin at screen 0.3758
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'theory: infinitely many samples' : 'theory: infinitely many samples'), \
  keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: law' : 'theory: law'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0110; set tmargin at screen 0.2308
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'Gaussian inputs' : 'Gaussian inputs'), \
  keyentry with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00' title (tex ? 'Rademacher inputs' : 'Rademacher inputs'), \
  keyentry with points pointtype 9 pointsize 0.8*marks linecolor '#009E73' title (tex ? 'uniform inputs' : 'uniform inputs'), \
  keyentry with points pointtype 13 pointsize 0.8*marks linecolor '#CC79A7' title (tex ? 'sparse Gaussian inputs (density = 0.1)' : 'sparse Gaussian inputs (density = 0.1)'), \
  keyentry with points pointtype 6 pointsize 0.8*marks linecolor '#404040' title (tex ? 'correlated inputs ($\rho$ = 0.5)' : 'correlated inputs (ρ = 0.5)')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
