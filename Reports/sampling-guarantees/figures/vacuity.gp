# Draws that the theorems ask for
# Above 1 a count is vacuous: it draws more often than the neuron has edges. ReLU inputs. Means of 40
# trials a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot vacuity.gp   (reads vacuity.csv, writes vacuity.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "vacuity.csv"
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
set output "vacuity.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.2905; set tmargin at screen 0.9113
set title (tex ? '100 inputs' : '100 inputs')
set logscale x
set xrange [0.04454091188936294:1.0103071107250208]
set xtics nomirror ((tex ? '0.05' : '0.05') 0.05, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '0.1' : '0.1') 0.1, (tex ? '0.2' : '0.2') 0.2, '' 0.3 1, '' 0.4 1, (tex ? '0.5' : '0.5') 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '1' : '1') 1.0)
set format x "%h"
set xlabel (tex ? 'relative error $\epsilon$ that is guaranteed' : 'relative error {/:Italic ε} that is guaranteed')
set logscale y
set yrange [0.009558608975031049:9070.89228222444]
set ytics nomirror ((tex ? '$10^{-2}$' : '10^{−2}') 0.01, (tex ? '$10^{-1}$' : '10^{−1}') 0.1, (tex ? '$10^{0}$' : '10^{0}') 1.0, (tex ? '$10^{1}$' : '10^{1}') 10.0, (tex ? '$10^{2}$' : '10^{2}') 100.0, (tex ? '$10^{3}$' : '10^{3}') 1000.0)
set format y "%h"
set ylabel (tex ? 'draws per edge, $m/n$' : 'draws per edge, {/:Italic m}/{/:Italic n}')
unset colorbox
plot data using (of("100 inputs", "", "reference", "epsilon")):(column("draws_ratio")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("100 inputs", "Bernstein", "measured", "epsilon")):(column("draws_ratio")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("100 inputs", "Bernstein", "measured", "epsilon")):(column("draws_ratio")):(column("draws_ratio_low")):(column("draws_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("100 inputs", "Bernstein", "measured", "epsilon")):(column("draws_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("100 inputs", "PFP", "measured", "epsilon")):(column("draws_ratio")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("100 inputs", "PFP", "measured", "epsilon")):(column("draws_ratio")):(column("draws_ratio_low")):(column("draws_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("100 inputs", "PFP", "measured", "epsilon")):(column("draws_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("100 inputs", "CoreNet", "measured", "epsilon")):(column("draws_ratio")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("100 inputs", "CoreNet", "measured", "epsilon")):(column("draws_ratio")):(column("draws_ratio_low")):(column("draws_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("100 inputs", "CoreNet", "measured", "epsilon")):(column("draws_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#009E73'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.2905; set tmargin at screen 0.9113
set title (tex ? '1000 inputs' : '1000 inputs')
set logscale x
set xrange [0.04454091188936294:1.0103071107250208]
set xtics nomirror ((tex ? '0.05' : '0.05') 0.05, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '0.1' : '0.1') 0.1, (tex ? '0.2' : '0.2') 0.2, '' 0.3 1, '' 0.4 1, (tex ? '0.5' : '0.5') 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '1' : '1') 1.0)
set format x "%h"
set xlabel (tex ? 'relative error $\epsilon$ that is guaranteed' : 'relative error {/:Italic ε} that is guaranteed')
set logscale y
set yrange [0.009558608975031049:9070.89228222444]
set ytics nomirror ('' 0.01, '' 0.1, '' 1.0, '' 10.0, '' 100.0, '' 1000.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("1000 inputs", "", "reference", "epsilon")):(column("draws_ratio")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("1000 inputs", "Bernstein", "measured", "epsilon")):(column("draws_ratio")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("1000 inputs", "Bernstein", "measured", "epsilon")):(column("draws_ratio")):(column("draws_ratio_low")):(column("draws_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("1000 inputs", "Bernstein", "measured", "epsilon")):(column("draws_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("1000 inputs", "PFP", "measured", "epsilon")):(column("draws_ratio")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("1000 inputs", "PFP", "measured", "epsilon")):(column("draws_ratio")):(column("draws_ratio_low")):(column("draws_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("1000 inputs", "PFP", "measured", "epsilon")):(column("draws_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("1000 inputs", "CoreNet", "measured", "epsilon")):(column("draws_ratio")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("1000 inputs", "CoreNet", "measured", "epsilon")):(column("draws_ratio")):(column("draws_ratio_low")):(column("draws_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("1000 inputs", "CoreNet", "measured", "epsilon")):(column("draws_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#009E73'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.2905; set tmargin at screen 0.9113
set title (tex ? '10000 inputs' : '10000 inputs')
set logscale x
set xrange [0.04454091188936294:1.0103071107250208]
set xtics nomirror ((tex ? '0.05' : '0.05') 0.05, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '0.1' : '0.1') 0.1, (tex ? '0.2' : '0.2') 0.2, '' 0.3 1, '' 0.4 1, (tex ? '0.5' : '0.5') 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '1' : '1') 1.0)
set format x "%h"
set xlabel (tex ? 'relative error $\epsilon$ that is guaranteed' : 'relative error {/:Italic ε} that is guaranteed')
set logscale y
set yrange [0.009558608975031049:9070.89228222444]
set ytics nomirror ('' 0.01, '' 0.1, '' 1.0, '' 10.0, '' 100.0, '' 1000.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("10000 inputs", "", "reference", "epsilon")):(column("draws_ratio")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("10000 inputs", "Bernstein", "measured", "epsilon")):(column("draws_ratio")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("10000 inputs", "Bernstein", "measured", "epsilon")):(column("draws_ratio")):(column("draws_ratio_low")):(column("draws_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("10000 inputs", "Bernstein", "measured", "epsilon")):(column("draws_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("10000 inputs", "PFP", "measured", "epsilon")):(column("draws_ratio")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("10000 inputs", "PFP", "measured", "epsilon")):(column("draws_ratio")):(column("draws_ratio_low")):(column("draws_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("10000 inputs", "PFP", "measured", "epsilon")):(column("draws_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("10000 inputs", "CoreNet", "measured", "epsilon")):(column("draws_ratio")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("10000 inputs", "CoreNet", "measured", "epsilon")):(column("draws_ratio")):(column("draws_ratio_low")):(column("draws_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("10000 inputs", "CoreNet", "measured", "epsilon")):(column("draws_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#009E73'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0825; set tmargin at screen 0.1357
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'one draw per edge, $m/n = 1$' : 'one draw per edge, {/:Italic m}/{/:Italic n} = 1'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0133; set tmargin at screen 0.0665
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'Bernstein' : 'Bernstein'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'PFP' : 'PFP'), \
  keyentry with linespoints pointtype 9 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#009E73' title (tex ? 'CoreNet' : 'CoreNet')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
