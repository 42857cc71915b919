using System.Text;
using CsCheck;
using DataConnectors.Core.DeveloperApps;

namespace DataConnectors.Tests.Core.DeveloperApps;

public sealed class AccessTokenTextTests
{
    [Fact]
    public void What_is_wrapped_is_unwrapped_as_it_was() =>
        Gen.String.Sample(inner =>
        {
            // Lone surrogates are no text and become replacement characters.
            var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(inner));
            var token = AccessTokenText.Wrap(text).Open();
            Assert.Equal(text, AccessTokenText.Unwrap(token));
            Assert.StartsWith(
                "tok:",
                Encoding.UTF8.GetString(Convert.FromBase64String(token)),
                StringComparison.Ordinal
            );
        });

    [Fact]
    public void Text_of_another_form_is_unwrapped_to_nothing_and_never_fails() =>
        Gen
            .String.Where(text => !text.StartsWith("dG9rO", StringComparison.Ordinal))
            .Sample(text => Assert.Null(AccessTokenText.Unwrap(text)));

    [Fact]
    public void No_two_tokens_are_alike() =>
        Assert.NotEqual(AccessTokenText.New().Open(), AccessTokenText.New().Open());
}
