# Means of correlation
# ‖X_{Γᶜ,Ω} ξ‖_∞, below 1 where ξ certifies recovery. Means of 579 to 1,000 trials a point; bars: 95 %
# intervals by Student's t.
#
# Rebuild with: gnuplot correlation.gp   (reads correlation.csv, writes correlation.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "correlation.csv"
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
if (format eq "svg") { set terminal svg size 1280,451 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2560,902 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 21.3cm,7.5cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 21.3cm,7.5cm font "\\small" linewidth 0.8 }
set output "correlation.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.2905; set tmargin at screen 0.9113
set title (tex ? 'dimension 50' : 'dimension 50')
unset logscale x
set xrange [0.24:20.76]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'sparsity' : 'sparsity')
unset logscale y
set yrange [-0.8975012492289862:30.83932430694096]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'correlation' : 'correlation')
unset colorbox
plot data using (of("dimension 50", "samples 40", "measured", "sparsity")):(column("correlation")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("dimension 50", "samples 40", "measured", "sparsity")):(column("correlation")):(column("correlation_low")):(column("correlation_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("dimension 50", "samples 40", "measured", "sparsity")):(column("correlation")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("dimension 50", "samples 80", "measured", "sparsity")):(column("correlation")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("dimension 50", "samples 80", "measured", "sparsity")):(column("correlation")):(column("correlation_low")):(column("correlation_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("dimension 50", "samples 80", "measured", "sparsity")):(column("correlation")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("dimension 50", "samples 160", "measured", "sparsity")):(column("correlation")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("dimension 50", "samples 160", "measured", "sparsity")):(column("correlation")):(column("correlation_low")):(column("correlation_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("dimension 50", "samples 160", "measured", "sparsity")):(column("correlation")) with points pointtype 9 pointsize 0.8 linecolor '#009E73'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.2905; set tmargin at screen 0.9113
set title (tex ? 'dimension 100' : 'dimension 100')
unset logscale x
set xrange [0.24:20.76]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'sparsity' : 'sparsity')
unset logscale y
set yrange [-0.8975012492289862:30.83932430694096]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("dimension 100", "samples 40", "measured", "sparsity")):(column("correlation")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("dimension 100", "samples 40", "measured", "sparsity")):(column("correlation")):(column("correlation_low")):(column("correlation_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("dimension 100", "samples 40", "measured", "sparsity")):(column("correlation")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("dimension 100", "samples 80", "measured", "sparsity")):(column("correlation")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("dimension 100", "samples 80", "measured", "sparsity")):(column("correlation")):(column("correlation_low")):(column("correlation_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("dimension 100", "samples 80", "measured", "sparsity")):(column("correlation")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("dimension 100", "samples 160", "measured", "sparsity")):(column("correlation")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("dimension 100", "samples 160", "measured", "sparsity")):(column("correlation")):(column("correlation_low")):(column("correlation_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("dimension 100", "samples 160", "measured", "sparsity")):(column("correlation")) with points pointtype 9 pointsize 0.8 linecolor '#009E73'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.2905; set tmargin at screen 0.9113
set title (tex ? 'dimension 200' : 'dimension 200')
unset logscale x
set xrange [0.24:20.76]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'sparsity' : 'sparsity')
unset logscale y
set yrange [-0.8975012492289862:30.83932430694096]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("dimension 200", "samples 40", "measured", "sparsity")):(column("correlation")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("dimension 200", "samples 40", "measured", "sparsity")):(column("correlation")):(column("correlation_low")):(column("correlation_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("dimension 200", "samples 40", "measured", "sparsity")):(column("correlation")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("dimension 200", "samples 80", "measured", "sparsity")):(column("correlation")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("dimension 200", "samples 80", "measured", "sparsity")):(column("correlation")):(column("correlation_low")):(column("correlation_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("dimension 200", "samples 80", "measured", "sparsity")):(column("correlation")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("dimension 200", "samples 160", "measured", "sparsity")):(column("correlation")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("dimension 200", "samples 160", "measured", "sparsity")):(column("correlation")):(column("correlation_low")):(column("correlation_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("dimension 200", "samples 160", "measured", "sparsity")):(column("correlation")) with points pointtype 9 pointsize 0.8 linecolor '#009E73'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0825; set tmargin at screen 0.1357
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0133; set tmargin at screen 0.0665
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'samples 40' : 'samples 40'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'samples 80' : 'samples 80'), \
  keyentry with linespoints pointtype 9 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#009E73' title (tex ? 'samples 160' : 'samples 160')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
