using static System.FormattableString;

namespace SerLab.Bench;

/// <summary>Where librosa's own answer says little, told from the vectors themselves.</summary>
internal static class ParityDoubts
{
    /// <summary>A section of the page.</summary>
    public static string Section(GoldenIndex index, IReadOnlyList<ParityRow> rows) => $"""
        ## Where librosa itself is doubtful

        Equal to librosa is not the same as true. These answers hang on rounding, or on a rule for want of a better one;
        SerLab follows librosa there too, so that results stay comparable.

        **What rounding decides.** The vectors were made three times: as librosa does it, with window and transform in
        float32, and with the signal in float64. These left their own tolerance; those that do not count are only looked
        at for their shape in the table above:

        {Moved(index, rows)}
        - *Clicks.* The spectrum of one sample is flat: its bins are equal but for rounding, and so are the peaks that
          vote for the tuning. For `impulses` librosa answers {Varying(index, "tuning_chroma_stft_from_magnitude")} of a
          semitone from magnitudes and {Varying(index, "tuning_cqt")} of a third of one for the constant-Q; the chroma,
          and the tonnetz behind it, turn with it. SerLab transforms in float64 and rounds to float32 where numpy does,
          so that on such sounds, too, it sees librosa's peaks.
        - *Silence between clicks.* YIN and pYIN look for the lag at which a frame differs least from itself, relative
          to the lags before, and librosa finds these differences by an FFT in float32. Where a frame is silence around a
          click, what differs is rounding, and the period is whatever it makes of it.
        - *Spectral contrast* takes decibels of magnitudes as if they were powers. Its floor of 80 dB thus lies 160 dB
          below the loudest bin, where a transform in float32 has only its own noise: on recordings without the
          upper band (8 and 16 kHz) that is worth several dB. In float64 the numbers hold still.

        **The tuning of noise and of speech.** `estimate_tuning` lets spectral peaks vote and takes the commonest of 100
        steps. Noise has no tuning and fills all steps alike, so that a few votes among thousands decide: librosa finds
        the same `noise` {Tunings(index, "noise")} of a semitone off. Speech glides, and is no better off:
        `speech_female` is {Tunings(index, "speech_female")}. The estimate is reproduced exactly; whether chroma
        should turn by it is another question. `ChromaStft` with `Tuning = 0` leaves it out.

        **pYIN at the edges of its range.** A frame without a clear period still gets its best one with a probability of
        0.01, and lags are evenly spaced in time, so most of them are low notes: of `noise` librosa calls
        {Voiced(index, "noise")} frames voiced, between {Range(index, "noise")}, just above the lowest 65 Hz. Look at
        the probability of voice too: there it is nowhere above {Largest(index, "noise", "pyin_voiced_prob")}.

        **YIN always answers.** Where nothing repeats within its range it gives its shortest period of ten samples, 2205
        Hz: in every frame of `silence` ({Count(index, "silence", "yin_f0", f0 => f0 >= 2205)}), and in
        {Count(index, "chirp", "yin_f0", f0 => f0 >= 2205)} of `chirp`, at the end of which no pitch below C7 is left.

        **The ends of a clip.** Frames are centred, so half of the first and of the last one is made of zeros. The
        probability of voice of `vibrato`, which sounds from end to end, is
        {Invariant($"{Edge(index, first: true):0.00}")} in its first frame, where its median is
        {Invariant($"{Edge(index, first: false):0.00}")}; a frame that librosa calls voiced by a hair may be
        unvoiced after another rounding. For such frames the table allows `yin` and `pyin` values outside the tolerance.

        **Phases in float32.** `time_stretch` and `pitch_shift` add up the phase of every bin from frame to frame in
        float32, which loses digits as it grows: of 10 s of white noise at half the speed the samples are 32 % of the
        peak away from those of the same sum in float64, of 10 s of speech 7 %. SerLab rounds where librosa does.

        **Where librosa refuses.** {Refused(index)} SerLab continues such a clip with its first and last frame instead
        (`mode="nearest"`), so that one short recording does not stop a corpus.

        **Where librosa does not repeat itself.** The harmonic part of a signal of exactly two frames changes from run
        to run, because scipy's median filter reads beyond the array there; it is not among the vectors.

        """;

    private static string Moved(GoldenIndex index, IReadOnlyList<ParityRow> rows) => Markdown.Table(
        ["signal", "feature", "librosa in float32", "librosa in float64", "SerLab", "counts"],
        from row in rows
        from check in row.Checks
        let golden = check.Golden
        where golden.OutsideFloat32 > golden.Outliers || golden.OutsideFloat64 > golden.Outliers
        select new[]
        {
            $"`{check.Signal}`", $"`{row.Name}`", Spread(golden.SpreadFloat32, golden.OutsideFloat32),
            Spread(golden.SpreadFloat64, golden.OutsideFloat64),
            Spread(check.Absolute, check.Problem is null ? (double)check.Outside / check.Values : 1),
            golden.Unstable ? "no" : "yes",
        });

    private static string Spread(double difference, double outside) => (difference, outside) switch
    {
        (_, 0) => "holds",
        (0, _) => Invariant($"{100 * outside:0} % voiced or not"),
        _ => Invariant($"{100 * outside:0} % off, by up to {Markdown.Digits(difference)}"),
    };

    private static string Varying(GoldenIndex index, string tuning)
    {
        double[] answers = [.. index.Signals["impulses"].Values[$"{tuning}_varies"].EnumerateArray()
            .Select(answer => answer.GetDouble()).Distinct()];
        return string.Join(" or ", answers.Select(Hundredths));
    }

    private static string Tunings(GoldenIndex index, string signal)
    {
        string Of(string name) => Hundredths(index.Signals[signal].Values[name].GetDouble());
        return $"{Of("tuning_chroma_stft")} from powers and {Of("tuning_chroma_stft_from_magnitude")} from magnitudes";
    }

    private static string Hundredths(double value) =>
        Invariant($"{value:0.00}").Replace('-', '\u2212');

    private static string Voiced(GoldenIndex index, string signal) =>
        Count(index, signal, "pyin_voiced_flag", flag => flag == 1);

    private static string Range(GoldenIndex index, string signal)
    {
        var voiced = index.Vector(signal, "pyin_f0").Where(f0 => !float.IsNaN(f0)).ToArray();
        return Invariant($"{voiced.Min():0} and {voiced.Max():0} Hz");
    }

    private static string Count(GoldenIndex index, string signal, string feature, Func<float, bool> holds)
    {
        var values = index.Vector(signal, feature);
        return Invariant($"{values.Count(holds)} of {values.Length}");
    }

    private static string Largest(GoldenIndex index, string signal, string feature) =>
        Markdown.Digits(index.Vector(signal, feature).Max());

    private static double Edge(GoldenIndex index, bool first)
    {
        var probabilities = index.Vector("vibrato", "pyin_voiced_prob");
        return first ? probabilities[0] : probabilities.Order().ElementAt(probabilities.Length / 2);
    }

    private static string Refused(GoldenIndex index)
    {
        var refused = index.Signals
            .SelectMany(signal => signal.Value.Features.Where(feature => feature.Value.Raises is not null)
                .Select(feature => (Signal: signal.Key, Feature: feature.Key, feature.Value.Raises)))
            .GroupBy(refusal => (refusal.Signal, refusal.Raises));
        return string.Join(" ", refused.Select(group =>
        {
            var features = string.Join(", ", group.Select(refusal => $"`{refusal.Feature}`"));
            return $"Of `{group.Key.Signal}` it makes no {features} (\"{group.Key.Raises}\").";
        }));
    }
}
