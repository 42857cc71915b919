using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DataConnectors.Core.Workspace;

/// <summary>The short code by which programs know the workspace.</summary>
internal static class IdCode
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 8;

    /// <summary>Eight letters and digits, always the same for one id and telling nothing of it.</summary>
    public static string Of(long workspaceId)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, workspaceId);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        var rest = BinaryPrimitives.ReadUInt64BigEndian(hash);
        Span<char> code = stackalloc char[Length];
        foreach (ref var character in code)
        {
            (rest, var digit) = Math.DivRem(rest, (ulong)Alphabet.Length);
            character = Alphabet[(int)digit];
        }

        return new string(code);
    }
}
