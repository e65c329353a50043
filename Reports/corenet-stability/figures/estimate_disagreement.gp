# CoreNet's estimates of the cancellation agree slowly
# Two samples, one neuron: by how much the logarithms of its mean cancellation differ. Means of 100
# trials a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot estimate_disagreement.gp   (reads estimate_disagreement.csv, writes estimate_disagreement.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. estimate_disagreement.py draws the same with matplotlib.
data = "estimate_disagreement.csv"
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
if (format eq "svg") { set terminal svg size 742,402 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,804 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,7.56cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,7.56cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "estimate_disagreement.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.3155; set tmargin at screen 0.8905
set title (tex ? 'ReLU activations' : 'ReLU activations')
set logscale x
set xrange [7.5857757502918375:13182.567385564074]
set xtics nomirror ('' 8.0 1, '' 9.0 1, (tex ? '$10^{1}$' : '10^{1}') 10.0, '' 20.0 1, '' 30.0 1, '' 40.0 1, '' 50.0 1, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, (tex ? '$10^{2}$' : '10^{2}') 100.0, '' 200.0 1, '' 300.0 1, '' 400.0 1, '' 500.0 1, '' 600.0 1, '' 700.0 1, '' 800.0 1, '' 900.0 1, (tex ? '$10^{3}$' : '10^{3}') 1000.0, '' 2000.0 1, '' 3000.0 1, '' 4000.0 1, '' 5000.0 1, '' 6000.0 1, '' 7000.0 1, '' 8000.0 1, '' 9000.0 1, (tex ? '$10^{4}$' : '10^{4}') 10000.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0585558509524347]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.5' : '0.5') 0.5, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'samples that $\Delta$ is averaged over' : 'samples that {/:Italic Δ} is averaged over') at screen 0.5408, 0.2070 center
set label 2 (tex ? 'difference of the two $\ln \Delta$' : 'difference of the two ln  {/:Italic Δ}') at screen 0.0189, 0.6030 center rotate
plot data using (0.933254300796991*of("ReLU activations", "signed weights", "measured", "samples")):(column("log_disagreement")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (0.933254300796991*of("ReLU activations", "signed weights", "measured", "samples")):(column("log_disagreement")):(column("log_disagreement_low")):(column("log_disagreement_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (0.933254300796991*of("ReLU activations", "signed weights", "measured", "samples")):(column("log_disagreement")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (1.0715193052376064*of("ReLU activations", "nonnegative weights", "measured", "samples")):(column("log_disagreement")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (1.0715193052376064*of("ReLU activations", "nonnegative weights", "measured", "samples")):(column("log_disagreement")):(column("log_disagreement_low")):(column("log_disagreement_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (1.0715193052376064*of("ReLU activations", "nonnegative weights", "measured", "samples")):(column("log_disagreement")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.3155; set tmargin at screen 0.8905
set title (tex ? 'uniform activations' : 'uniform activations')
set logscale x
set xrange [7.5857757502918375:13182.567385564074]
set xtics nomirror ('' 8.0 1, '' 9.0 1, (tex ? '$10^{1}$' : '10^{1}') 10.0, '' 20.0 1, '' 30.0 1, '' 40.0 1, '' 50.0 1, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, (tex ? '$10^{2}$' : '10^{2}') 100.0, '' 200.0 1, '' 300.0 1, '' 400.0 1, '' 500.0 1, '' 600.0 1, '' 700.0 1, '' 800.0 1, '' 900.0 1, (tex ? '$10^{3}$' : '10^{3}') 1000.0, '' 2000.0 1, '' 3000.0 1, '' 4000.0 1, '' 5000.0 1, '' 6000.0 1, '' 7000.0 1, '' 8000.0 1, '' 9000.0 1, (tex ? '$10^{4}$' : '10^{4}') 10000.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0585558509524347]
set ytics nomirror ('' 0.0, '' 0.5, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (0.933254300796991*of("uniform activations", "signed weights", "measured", "samples")):(column("log_disagreement")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (0.933254300796991*of("uniform activations", "signed weights", "measured", "samples")):(column("log_disagreement")):(column("log_disagreement_low")):(column("log_disagreement_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (0.933254300796991*of("uniform activations", "signed weights", "measured", "samples")):(column("log_disagreement")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (1.0715193052376064*of("uniform activations", "nonnegative weights", "measured", "samples")):(column("log_disagreement")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (1.0715193052376064*of("uniform activations", "nonnegative weights", "measured", "samples")):(column("log_disagreement")):(column("log_disagreement_low")):(column("log_disagreement_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (1.0715193052376064*of("uniform activations", "nonnegative weights", "measured", "samples")):(column("log_disagreement")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0925; set tmargin at screen 0.1522
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0149; set tmargin at screen 0.0746
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'signed weights' : 'signed weights'), \
  keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'nonnegative weights' : 'nonnegative weights')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
