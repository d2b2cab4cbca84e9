namespace SerLab.Audio;

/// <summary>What <see cref="AudioFile"/> writes; both are mono, 16 bits a sample.</summary>
public enum AudioFormat
{
    /// <summary>Uncompressed RIFF WAVE.</summary>
    Wav,

    /// <summary>FLAC: lossless, about half the size.</summary>
    Flac,
}
