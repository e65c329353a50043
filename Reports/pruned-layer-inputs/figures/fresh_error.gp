# Error of pruned neurons on inputs not seen
# Relative error of the output on a fresh input; with more samples it falls to the error R that is
# allowed for on them. Means of 200 trials a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot fresh_error.gp   (reads fresh_error.csv, writes fresh_error.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. fresh_error.py draws the same with matplotlib.
data = "fresh_error.csv"
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
if (format eq "svg") { set terminal svg size 742,522 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,1044 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,9.82cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,9.82cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "fresh_error.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.4728; set tmargin at screen 0.9157
set title (tex ? '$N = 50$, $s/N = 1$' : '{/:Italic N} = 50, {/:Italic s}/{/:Italic N} = 1')
set logscale x
set xrange [0.09460576467255959:0.42280721622455214]
set xtics nomirror ((tex ? '0.1' : '0.1') 0.1, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.3' : '0.3') 0.3, (tex ? '0.4' : '0.4') 0.4)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:0.6281126524602081]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'relative error $R$ allowed for' : 'relative error {/:Italic R} allowed for') at screen 0.5408, 0.3893 center
set label 2 (tex ? 'relative error on a fresh input' : 'relative error on a fresh input') at screen 0.0189, 0.6943 center rotate
plot data using (of("N = 50 · s/N = 1", "Gaussian inputs", "theory", "epsilon")):(column("fresh_error")) with lines linewidth 2 linecolor '#0072B2' dashtype 1, \
  data using (0.9526379980439373*of("N = 50 · s/N = 1", "Gaussian inputs", "measured", "epsilon")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (0.9526379980439373*of("N = 50 · s/N = 1", "Gaussian inputs", "measured", "epsilon")):(column("fresh_error")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (0.9760317607762247*of("N = 50 · s/N = 1", "Rademacher inputs", "measured", "epsilon")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (0.9760317607762247*of("N = 50 · s/N = 1", "Rademacher inputs", "measured", "epsilon")):(column("fresh_error")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (1.0*of("N = 50 · s/N = 1", "uniform inputs", "measured", "epsilon")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (1.0*of("N = 50 · s/N = 1", "uniform inputs", "measured", "epsilon")):(column("fresh_error")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73', \
  data using (1.0245568230328015*of("N = 50 · s/N = 1", "sparse Gaussian inputs (density = 0.1)", "measured", "epsilon")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (1.0245568230328015*of("N = 50 · s/N = 1", "sparse Gaussian inputs (density = 0.1)", "measured", "epsilon")):(column("fresh_error")) with points pointtype 13 pointsize 0.8*marks linecolor '#CC79A7', \
  data using (1.0497166836230674*of("N = 50 · s/N = 1", "correlated inputs (ρ = 0.5)", "measured", "epsilon")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (1.0497166836230674*of("N = 50 · s/N = 1", "correlated inputs (ρ = 0.5)", "measured", "epsilon")):(column("fresh_error")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.4728; set tmargin at screen 0.9157
set title (tex ? '$N = 100$, $s/N = 1$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 1')
set logscale x
set xrange [0.09460576467255959:0.42280721622455214]
set xtics nomirror ((tex ? '0.1' : '0.1') 0.1, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.3' : '0.3') 0.3, (tex ? '0.4' : '0.4') 0.4)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:0.6281126524602081]
set ytics nomirror ('' 0.0, '' 0.2, '' 0.4, '' 0.6)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("N = 100 · s/N = 1", "Gaussian inputs", "theory", "epsilon")):(column("fresh_error")) with lines linewidth 2 linecolor '#0072B2' dashtype 1, \
  data using (0.9526379980439373*of("N = 100 · s/N = 1", "Gaussian inputs", "measured", "epsilon")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (0.9526379980439373*of("N = 100 · s/N = 1", "Gaussian inputs", "measured", "epsilon")):(column("fresh_error")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (0.9760317607762247*of("N = 100 · s/N = 1", "Rademacher inputs", "measured", "epsilon")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (0.9760317607762247*of("N = 100 · s/N = 1", "Rademacher inputs", "measured", "epsilon")):(column("fresh_error")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (1.0*of("N = 100 · s/N = 1", "uniform inputs", "measured", "epsilon")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (1.0*of("N = 100 · s/N = 1", "uniform inputs", "measured", "epsilon")):(column("fresh_error")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73', \
  data using (1.0245568230328015*of("N = 100 · s/N = 1", "sparse Gaussian inputs (density = 0.1)", "measured", "epsilon")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (1.0245568230328015*of("N = 100 · s/N = 1", "sparse Gaussian inputs (density = 0.1)", "measured", "epsilon")):(column("fresh_error")) with points pointtype 13 pointsize 0.8*marks linecolor '#CC79A7', \
  data using (1.0497166836230674*of("N = 100 · s/N = 1", "correlated inputs (ρ = 0.5)", "measured", "epsilon")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (1.0497166836230674*of("N = 100 · s/N = 1", "correlated inputs (ρ = 0.5)", "measured", "epsilon")):(column("fresh_error")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.2552; set tmargin at screen 0.3471
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: law for Gaussian inputs' : 'theory: law for Gaussian inputs'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0115; set tmargin at screen 0.2414
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
