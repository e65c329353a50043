# Success rates beside each other
# Success rate against the number of samples. Points: measured, with 95 % Wilson intervals; lines
# between them lead the eye. Grey: the exact law of the ℓ₁ program for Gaussian inputs, exact
# responses and one neuron, computed and not fitted.
#
# Rebuild with: gnuplot success_compared.gp   (reads success_compared.csv, writes success_compared.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "success_compared.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
# The rows of a series: x where a row is one of them.
of(panel, series, kind, x) = (strcol("series") eq series && strcol("kind") eq kind) ? column(x) : NaN
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 680,621 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1360,1242 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 11.3cm,10.4cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 11.3cm,10.4cm font "\\small" linewidth 0.8 }
set output "success_compared.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1294; set rmargin at screen 0.9647; set bmargin at screen 0.2496; set tmargin at screen 0.9356
set title (tex ? '$N = 50$, $s = 5$' : '{/:Italic N} = 50, {/:Italic s} = 5')
unset logscale x
set xrange [11.4:54.6]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'success rate' : 'success rate')
unset colorbox
plot data using (of("N = 50 · s = 5", "", "theory", "samples")):(column("rate")) with lines linewidth 2 linecolor '#909090' dashtype 2, \
  data using (of("N = 50 · s = 5", "auto", "measured", "samples") + -0.48):(column("rate")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("N = 50 · s = 5", "auto", "measured", "samples") + -0.48):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("N = 50 · s = 5", "auto", "measured", "samples") + -0.48):(column("rate")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("N = 50 · s = 5", "lars", "measured", "samples") + -0.24):(column("rate")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("N = 50 · s = 5", "lars", "measured", "samples") + -0.24):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("N = 50 · s = 5", "lars", "measured", "samples") + -0.24):(column("rate")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("N = 50 · s = 5", "omp", "measured", "samples") + 0.0):(column("rate")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("N = 50 · s = 5", "omp", "measured", "samples") + 0.0):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("N = 50 · s = 5", "omp", "measured", "samples") + 0.0):(column("rate")) with points pointtype 9 pointsize 0.8 linecolor '#009E73', \
  data using (of("N = 50 · s = 5", "iht", "measured", "samples") + 0.24):(column("rate")) with lines linewidth 1 linecolor '#CC79A7' dashtype 1, \
  data using (of("N = 50 · s = 5", "iht", "measured", "samples") + 0.24):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("N = 50 · s = 5", "iht", "measured", "samples") + 0.24):(column("rate")) with points pointtype 13 pointsize 0.8 linecolor '#CC79A7', \
  data using (of("N = 50 · s = 5", "published_admm", "measured", "samples") + 0.48):(column("rate")) with lines linewidth 1 linecolor '#404040' dashtype 1, \
  data using (of("N = 50 · s = 5", "published_admm", "measured", "samples") + 0.48):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("N = 50 · s = 5", "published_admm", "measured", "samples") + 0.48):(column("rate")) with points pointtype 6 pointsize 0.8 linecolor '#404040'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0986; set tmargin at screen 0.1372
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#909090' title (tex ? 'exact law' : 'exact law'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% Wilson intervals' : 'measured, 95 % Wilson intervals')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0097; set tmargin at screen 0.0870
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'auto' : 'auto'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'lars' : 'lars'), \
  keyentry with linespoints pointtype 9 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#009E73' title (tex ? 'omp' : 'omp'), \
  keyentry with linespoints pointtype 13 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#CC79A7' title (tex ? 'iht' : 'iht'), \
  keyentry with linespoints pointtype 6 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#404040' title (tex ? 'published\_admm' : 'published\_admm')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
