namespace SerLab.Audio;

/// <summary>What <see cref="AudioFile"/> writes, always mono.</summary>
public enum AudioFormat
{
    /// <summary>Uncompressed RIFF WAVE, 16 bits a sample.</summary>
    Wav,

    /// <summary>RIFF WAVE with float samples of 32 bits, which amplitudes beyond ±1 survive.</summary>
    FloatWav,

    /// <summary>FLAC, 16 bits a sample: lossless, about half the size.</summary>
    Flac,

    /// <summary>MP3 at LAME's default quality: to listen to; a tenth of the size, only at MPEG's rates.</summary>
    Mp3,
}
