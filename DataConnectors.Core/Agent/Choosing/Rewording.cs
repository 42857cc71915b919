using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>Turns of phrase whose words say something else than they say together.</summary>
internal static partial class Rewording
{
    /// <summary>The message with the words that connectors use for the same.</summary>
    public static string Of(string message)
    {
        message = EMail().Replace(message, "email");
        message = MoneyBack().Replace(message, "money refund");
        message = LogIn().Replace(message, "login");
        message = SignUp().Replace(message, "register");
        message = SendMe().Replace(message, "show me");
        message = News().Replace(message, "status of ");
        return message;
    }

    [GeneratedRegex(@"\be-mail", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex EMail();

    [GeneratedRegex(@"\bmoney back\b", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex MoneyBack();

    [GeneratedRegex(
        @"\b(log|sign)(ging|ning)? ?in\b(?= *([.?!,]|$|to\b|with\b))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex LogIn();

    [GeneratedRegex(
        @"\b(any|what's the|is there) (news|updates?)( yet)? (on|about|of|for|regarding|from) ",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex News();

    [GeneratedRegex(
        @"\b(send|give|bring|get) (me|us)\b(?! (a|an|some|to|from|into|home|\d))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex SendMe();

    [GeneratedRegex(
        @"\bsign (me |us )?up\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex SignUp();
}
