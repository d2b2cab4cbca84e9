using System.Text.Json.Serialization;

namespace SerLab.Features;

/// <summary>The ways to scale features.</summary>
public enum ScalerKind
{
    /// <summary>Every row to mean 0 and variance 1 over the training part: <see cref="StandardScaler"/>.</summary>
    Standard,

    /// <summary>Every row to 0..1 over the training part: <see cref="MinMaxScaler"/>.</summary>
    [JsonStringEnumMemberName("minmax")]
    MinMax,

    /// <summary>Every row of a clip by that clip alone: <see cref="UtteranceScaler"/>.</summary>
    Utterance,

    /// <summary>Every row by the statistics of the one who speaks: <see cref="SpeakerScaler"/>.</summary>
    Speaker,

    /// <summary>Not at all: <see cref="NoScaler"/>.</summary>
    None,
}
