using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;

namespace DataConnectors.Core.People;

/// <summary>What counts as an email address that somebody may enter.</summary>
public static class EmailAddress
{
    /// <summary>The longest one, in characters.</summary>
    public const int MaxLength = 254;

    /// <summary>The address without space around it; false when <paramref name="text"/> is none.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? address)
    {
        address = text?.Trim();
        return address is { Length: > 0 and <= MaxLength }
            && MailAddress.TryCreate(address, out var parsed)
            && string.Equals(parsed.Address, address, StringComparison.Ordinal)
            && parsed.Host.Contains('.', StringComparison.Ordinal)
            && !address.Any(char.IsControl);
    }
}
