using System.Globalization;

namespace DataConnectors.Core.Egress;

/// <summary>The ASCII form of names in other scripts, the only one in which a host is called.</summary>
internal static class Punycode
{
    /// <summary>Whether a label that begins with <c>xn--</c> stands for a name, and for no plain one in disguise.</summary>
    public static bool IsValid(string label)
    {
        var mapping = new IdnMapping();
        try
        {
            return mapping
                .GetAscii(mapping.GetUnicode(label))
                .Equals(label, StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>What to tell somebody who wrote a host in another script: with its punycode, where that shows what it really is.</summary>
    public static string Advice(string host)
    {
        const string Rule =
            "The host holds letters beyond plain ASCII, which can look like others. Write it in punycode (xn--…) as your API's documentation gives it";
        try
        {
            var ascii = new IdnMapping().GetAscii(host);

            // Letters that fold to plain ones would suggest another host than the one written.
            return ascii.Contains("xn--", StringComparison.Ordinal) && ascii.All(IsNameCharacter)
                ? $"{Rule}; what is written here is {ascii}."
                : $"{Rule}.";
        }
        catch (ArgumentException)
        {
            return $"{Rule}.";
        }
    }

    private static bool IsNameCharacter(char of) =>
        char.IsAsciiLetterOrDigit(of) || of is '-' or '.' or '_';
}
