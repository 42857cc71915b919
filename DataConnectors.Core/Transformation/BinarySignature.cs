namespace DataConnectors.Core.Transformation;

/// <summary>Names binary answers for people.</summary>
internal static class BinarySignature
{
    /// <summary>What the bytes are by their first ones, else what the content type says.</summary>
    public static string Name(ReadOnlySpan<byte> body, MediaType type) =>
        body switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF document",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG image",
            [0xFF, 0xD8, 0xFF, ..] => "a JPEG image",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a GIF image",
            [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive",
            [0x1F, 0x8B, ..] => "gzip-compressed data without the header that says so",
            _ when type.Name.Length > 0 => type.Name,
            _ => "of an unknown kind",
        };
}
