# Error of pruned neurons on inputs not seen
# Relative error of the output on a fresh input; with more samples it falls to the error R that is
# allowed for on them. Means of 40 trials a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot fresh_error.gp   (reads fresh_error.csv, writes fresh_error.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
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
if (format eq "svg") { set terminal svg size 1280,1099 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2560,2198 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 21.3cm,18.3cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 21.3cm,18.3cm font "\\small" linewidth 0.8 }
set output "fresh_error.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.7088; set tmargin at screen 0.9636
set title (tex ? '$N = 100$, $s/N = 0.1$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 0.1')
set logscale x
set xrange [0.27047286743873017:4.436674226747842]
set xtics nomirror ('' 0.3 1, '' 0.4 1, '' 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0, '' 2.0, '' 3.0 1, '' 4.0 1)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.9416502954535733]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'relative error on a fresh input' : 'relative error on a fresh input')
unset colorbox
plot data using (of("N = 100 · s/N = 0.1", "R = 0.02", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1", "R = 0.05", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1", "R = 0.1", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#1fa187' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1", "R = 0.3", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 0.1", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 100 · s/N = 0.1", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 100 · s/N = 0.1", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 5 pointsize 0.8 linecolor '#365c8d', \
  data using (of("N = 100 · s/N = 0.1", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#1fa187', \
  data using (of("N = 100 · s/N = 0.1", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 9 pointsize 0.8 linecolor '#1fa187', \
  data using (of("N = 100 · s/N = 0.1", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 100 · s/N = 0.1", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 13 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.7088; set tmargin at screen 0.9636
set title (tex ? '$N = 100$, $s/N = 0.1$, $q = 1.0$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 0.1, {/:Italic q} = 1.0')
set logscale x
set xrange [0.27047286743873017:4.436674226747842]
set xtics nomirror ('' 0.3 1, '' 0.4 1, '' 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0, '' 2.0, '' 3.0 1, '' 4.0 1)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.9416502954535733]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 100 · s/N = 0.1 · q = 1.0", "R = 0.02", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1 · q = 1.0", "R = 0.05", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1 · q = 1.0", "R = 0.1", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#1fa187' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1 · q = 1.0", "R = 0.3", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1 · q = 1.0", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 0.1 · q = 1.0", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 100 · s/N = 0.1 · q = 1.0", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 100 · s/N = 0.1 · q = 1.0", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 5 pointsize 0.8 linecolor '#365c8d', \
  data using (of("N = 100 · s/N = 0.1 · q = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#1fa187', \
  data using (of("N = 100 · s/N = 0.1 · q = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 9 pointsize 0.8 linecolor '#1fa187', \
  data using (of("N = 100 · s/N = 0.1 · q = 1.0", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 100 · s/N = 0.1 · q = 1.0", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 13 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.7088; set tmargin at screen 0.9636
set title (tex ? '$N = 100$, $s/N = 1.0$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [0.27047286743873017:4.436674226747842]
set xtics nomirror ('' 0.3 1, '' 0.4 1, '' 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0, '' 2.0, '' 3.0 1, '' 4.0 1)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.9416502954535733]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 100 · s/N = 1.0", "R = 0.02", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "R = 0.05", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "R = 0.1", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#1fa187' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "R = 0.3", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 5 pointsize 0.8 linecolor '#365c8d', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#1fa187', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 9 pointsize 0.8 linecolor '#1fa187', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 13 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.4140; set tmargin at screen 0.6688
set title (tex ? '$N = 100$, $s/N = 1.0$, $q = 1.0$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 1.0, {/:Italic q} = 1.0')
set logscale x
set xrange [0.27047286743873017:4.436674226747842]
set xtics nomirror ('' 0.3 1, '' 0.4 1, '' 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0, '' 2.0, '' 3.0 1, '' 4.0 1)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.9416502954535733]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'relative error on a fresh input' : 'relative error on a fresh input')
unset colorbox
plot data using (of("N = 100 · s/N = 1.0 · q = 1.0", "R = 0.02", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0 · q = 1.0", "R = 0.05", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0 · q = 1.0", "R = 0.1", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#1fa187' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0 · q = 1.0", "R = 0.3", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0 · q = 1.0", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 1.0 · q = 1.0", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 100 · s/N = 1.0 · q = 1.0", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 100 · s/N = 1.0 · q = 1.0", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 5 pointsize 0.8 linecolor '#365c8d', \
  data using (of("N = 100 · s/N = 1.0 · q = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#1fa187', \
  data using (of("N = 100 · s/N = 1.0 · q = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 9 pointsize 0.8 linecolor '#1fa187', \
  data using (of("N = 100 · s/N = 1.0 · q = 1.0", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 100 · s/N = 1.0 · q = 1.0", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 13 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.4140; set tmargin at screen 0.6688
set title (tex ? '$N = 200$, $s/N = 0.1$' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 0.1')
set logscale x
set xrange [0.27047286743873017:4.436674226747842]
set xtics nomirror ('' 0.3 1, '' 0.4 1, '' 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0, '' 2.0, '' 3.0 1, '' 4.0 1)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.9416502954535733]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 200 · s/N = 0.1", "R = 0.02", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1", "R = 0.05", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1", "R = 0.1", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#1fa187' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1", "R = 0.3", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 0.1", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 200 · s/N = 0.1", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 200 · s/N = 0.1", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 5 pointsize 0.8 linecolor '#365c8d', \
  data using (of("N = 200 · s/N = 0.1", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#1fa187', \
  data using (of("N = 200 · s/N = 0.1", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 9 pointsize 0.8 linecolor '#1fa187', \
  data using (of("N = 200 · s/N = 0.1", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 200 · s/N = 0.1", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 13 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.4140; set tmargin at screen 0.6688
set title (tex ? '$N = 200$, $s/N = 0.1$, $q = 1.0$' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 0.1, {/:Italic q} = 1.0')
set logscale x
set xrange [0.27047286743873017:4.436674226747842]
set xtics nomirror ('' 0.3 1, '' 0.4 1, (tex ? '0.5' : '0.5') 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '1' : '1') 1.0, (tex ? '2' : '2') 2.0, '' 3.0 1, '' 4.0 1)
set format x "%h"
set xlabel (tex ? 'samples for every input, $P/N$' : 'samples for every input, {/:Italic P}/{/:Italic N}')
unset logscale y
set yrange [0.0:0.9416502954535733]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 200 · s/N = 0.1 · q = 1.0", "R = 0.02", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1 · q = 1.0", "R = 0.05", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1 · q = 1.0", "R = 0.1", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#1fa187' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1 · q = 1.0", "R = 0.3", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1 · q = 1.0", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 0.1 · q = 1.0", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 200 · s/N = 0.1 · q = 1.0", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 200 · s/N = 0.1 · q = 1.0", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 5 pointsize 0.8 linecolor '#365c8d', \
  data using (of("N = 200 · s/N = 0.1 · q = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#1fa187', \
  data using (of("N = 200 · s/N = 0.1 · q = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 9 pointsize 0.8 linecolor '#1fa187', \
  data using (of("N = 200 · s/N = 0.1 · q = 1.0", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 200 · s/N = 0.1 · q = 1.0", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 13 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.1192; set tmargin at screen 0.3740
set title (tex ? '$N = 200$, $s/N = 1.0$' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [0.27047286743873017:4.436674226747842]
set xtics nomirror ('' 0.3 1, '' 0.4 1, (tex ? '0.5' : '0.5') 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '1' : '1') 1.0, (tex ? '2' : '2') 2.0, '' 3.0 1, '' 4.0 1)
set format x "%h"
set xlabel (tex ? 'samples for every input, $P/N$' : 'samples for every input, {/:Italic P}/{/:Italic N}')
unset logscale y
set yrange [0.0:0.9416502954535733]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'relative error on a fresh input' : 'relative error on a fresh input')
unset colorbox
plot data using (of("N = 200 · s/N = 1.0", "R = 0.02", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "R = 0.05", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "R = 0.1", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#1fa187' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "R = 0.3", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 5 pointsize 0.8 linecolor '#365c8d', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#1fa187', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 9 pointsize 0.8 linecolor '#1fa187', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 13 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.1192; set tmargin at screen 0.3740
set title (tex ? '$N = 200$, $s/N = 1.0$, $q = 1.0$' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 1.0, {/:Italic q} = 1.0')
set logscale x
set xrange [0.27047286743873017:4.436674226747842]
set xtics nomirror ('' 0.3 1, '' 0.4 1, (tex ? '0.5' : '0.5') 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '1' : '1') 1.0, (tex ? '2' : '2') 2.0, '' 3.0 1, '' 4.0 1)
set format x "%h"
set xlabel (tex ? 'samples for every input, $P/N$' : 'samples for every input, {/:Italic P}/{/:Italic N}')
unset logscale y
set yrange [0.0:0.9416502954535733]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 200 · s/N = 1.0 · q = 1.0", "R = 0.02", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0 · q = 1.0", "R = 0.05", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0 · q = 1.0", "R = 0.1", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#1fa187' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0 · q = 1.0", "R = 0.3", "theory", "samples_per_input")):(column("fresh_error")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0 · q = 1.0", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 1.0 · q = 1.0", "R = 0.02", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 200 · s/N = 1.0 · q = 1.0", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 200 · s/N = 1.0 · q = 1.0", "R = 0.05", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 5 pointsize 0.8 linecolor '#365c8d', \
  data using (of("N = 200 · s/N = 1.0 · q = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#1fa187', \
  data using (of("N = 200 · s/N = 1.0 · q = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 9 pointsize 0.8 linecolor '#1fa187', \
  data using (of("N = 200 · s/N = 1.0 · q = 1.0", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")):(column("fresh_error_low")):(column("fresh_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 200 · s/N = 1.0 · q = 1.0", "R = 0.3", "measured", "samples_per_input")):(column("fresh_error")) with points pointtype 13 pointsize 0.8 linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0338; set tmargin at screen 0.0557
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: the law of the pruned layer, for Gaussian inputs' : 'theory: the law of the pruned layer, for Gaussian inputs'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0055; set tmargin at screen 0.0273
set key center center horizontal maxcols 4 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#440154' title (tex ? '$R = 0.02$' : '{/:Italic R} = 0.02'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#365c8d' title (tex ? '$R = 0.05$' : '{/:Italic R} = 0.05'), \
  keyentry with linespoints pointtype 9 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#1fa187' title (tex ? '$R = 0.1$' : '{/:Italic R} = 0.1'), \
  keyentry with linespoints pointtype 13 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#d9b81a' title (tex ? '$R = 0.3$' : '{/:Italic R} = 0.3')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
