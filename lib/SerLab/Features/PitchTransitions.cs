using System.Numerics;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// How likely one state of the decoder follows another, as natural logarithms. A state is a pitch bin, voiced or not;
/// pitch moves a few bins at most, likelier the fewer, and voicing seldom changes. Safe to use from several threads.
/// </summary>
internal sealed class PitchTransitions
{
    private readonly double[][] _tiles; // [tile][offset, within a voicing or between, lane]

    /// <exception cref="BadOptionException">The pitch would have to move beyond the bins.</exception>
    public PitchTransitions(Pyin options, PitchBins bins, Analyzer tools)
    {
        Bins = bins.Count;
        var semitones = Math.Round(options.MaxOctavesPerSecond * 12 * tools.Frames.Hop / tools.Rate);
        Width = (int)Math.Min(semitones * bins.PerSemitone + 1, int.MaxValue);
        if (Bins < 2 || Width > Bins)
        {
            throw new BadOptionException(
                $"From MinHz {options.MinHz} to MaxHz {options.MaxHz} lie {Bins} pitch bins, and MaxOctavesPerSecond "
                + $"{options.MaxOctavesPerSecond} lets {Width} follow each.",
                "Widen the range or lower MaxOctavesPerSecond.");
        }
        First = (Bins - Width) / 2 + Bins / 2 + 1 - Bins;
        var stay = 1 - options.SwitchProbability;
        _tiles = Tiles(Triangle(Width), stay, 1 - stay);
        Highest = _tiles.Max(tile => tile.Max());
    }

    /// <summary>Targets in a tile.</summary>
    public static int Lanes => 4 * Vector<double>.Count;

    /// <summary>Number of pitch bins; the states are as many voiced ones, then as many unvoiced.</summary>
    public int Bins { get; }

    /// <summary>Number of bins that can follow a bin.</summary>
    public int Width { get; }

    /// <summary>The lowest of them, relative to the bin.</summary>
    public int First { get; }

    /// <summary>The highest of all.</summary>
    public double Highest { get; }

    /// <summary>Number of tiles.</summary>
    public int TileCount => _tiles.Length;

    /// <summary>
    /// Of the ways into bins tile · lanes + lane from bins as many less <see cref="First"/> less the offset
    /// [offset, within a voicing or between, lane]; −∞ where there is no such bin.
    /// </summary>
    public ReadOnlySpan<double> Tile(int tile) => _tiles[tile];

    /// <summary>Of one state to another that can follow it.</summary>
    public double Log(int from, int to)
    {
        var (source, target) = (from < Bins ? from : from - Bins, to < Bins ? to : to - Bins);
        var other = from < Bins == to < Bins ? 0 : 1;
        return _tiles[target / Lanes][(2 * (target - source - First) + other) * Lanes + target % Lanes];
    }

    private static double[] Triangle(int width) =>
        [.. Enumerable.Range(0, width).Select(i => Math.Min(i, width - 1 - i)).Select(
            i => width % 2 == 1 ? 2.0 * (i + 1) / (width + 1) : (2.0 * i + 1) / width)];

    // Tiles away from both ends hold the same numbers and share them.
    private double[][] Tiles(double[] triangle, double stay, double leave)
    {
        var sums = Enumerable.Range(0, Bins).Select(source => Sum(triangle, source)).ToArray();
        var tiles = new double[(Bins + Lanes - 1) / Lanes][];
        double[]? inner = null;
        for (var tile = 0; tile < tiles.Length; tile++)
        {
            var isInner = tile * Lanes >= Width && (tile + 1) * Lanes <= Bins - Width;
            tiles[tile] = isInner && inner is not null ? inner : Tile(tile, triangle, sums, stay, leave);
            inner = isInner ? tiles[tile] : inner;
        }
        return tiles;
    }

    private double[] Tile(int tile, double[] triangle, double[] sums, double stay, double leave)
    {
        var logs = new double[Width * 2 * Lanes];
        Array.Fill(logs, double.NegativeInfinity);
        for (var offset = 0; offset < Width; offset++)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                var target = tile * Lanes + lane;
                var source = target - First - offset;
                if (target < Bins && source >= 0 && source < Bins)
                {
                    var probability = triangle[offset] / sums[source];
                    logs[2 * offset * Lanes + lane] = PitchObservations.Log(stay * probability);
                    logs[(2 * offset + 1) * Lanes + lane] = PitchObservations.Log(leave * probability);
                }
            }
        }
        return logs;
    }

    private double Sum(double[] triangle, int source)
    {
        var sum = 0.0;
        for (var offset = 0; offset < Width; offset++)
        {
            var target = source + First + offset;
            sum += target >= 0 && target < Bins ? triangle[offset] : 0;
        }
        return sum;
    }
}
