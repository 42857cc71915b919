using CsCheck;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Connectors.Curl;
using DataConnectors.Core.Templating;

namespace DataConnectors.Tests.Core.Connectors;

public sealed class CurlCommandTests
{
    [Theory]
    [InlineData("curl https://a.example", true)]
    [InlineData("  $ curl -s https://a.example", true)]
    [InlineData("curl.exe https://a.example", true)]
    [InlineData("curl \\\n  https://a.example", true)]
    [InlineData("https://curl.example/", false)]
    [InlineData("curly https://a.example", false)]
    [InlineData("", false)]
    public void A_command_is_told_from_a_url(string text, bool expected) =>
        Assert.Equal(expected, CurlCommand.IsCurl(text));

    [Fact]
    public void A_command_copied_from_documentation_fills_every_part()
    {
        var import = Parse(
            """
            curl --request POST \
              --url 'https://api.example.com/v1/orders?expand=items' \
              --header 'Authorization: Bearer sk_test_1' \
              --header 'Content-Type: application/json' \
              -H "Idempotency-Key: {{order_id}}" \
              --data '{
              "note": "it'\''s \"urgent\""
            }' --compressed -sSL | jq .
            """
        );

        Assert.Equal(RequestMethod.Post, import.Method);
        Assert.Equal("https://api.example.com/v1/orders?expand=items", import.Url);
        Assert.Equal([new HeaderField("Idempotency-Key", "{{order_id}}")], import.Headers);
        Assert.Equal(
            "{\n  \"note\": \"it's \\\"urgent\\\"\"\n}",
            import.Body.ReplaceLineEndings("\n")
        );
        Assert.Equal(BodyFormat.Json, import.BodyFormat);
        var secret = Assert.Single(import.SecretHeaders);
        Assert.Equal(
            ("Authorization", "Bearer", "sk_test_1"),
            (secret.Name, secret.Prefix, secret.Value.Open())
        );
        Assert.DoesNotContain("sk_test_1", import.ToString() + secret, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curl a.example/x", RequestMethod.Get, "https://a.example/x", "", BodyFormat.Json)]
    [InlineData(
        "curl https://a.example -d a=1 -d b=2",
        RequestMethod.Post,
        "https://a.example",
        "a=1&b=2",
        BodyFormat.Form
    )]
    [InlineData(
        "curl https://a.example --data-raw '{\"a\":1}'",
        RequestMethod.Post,
        "https://a.example",
        "{\"a\":1}",
        BodyFormat.Json
    )]
    [InlineData(
        "curl https://a.example --data-raw @home",
        RequestMethod.Post,
        "https://a.example",
        "@home",
        BodyFormat.Form
    )]
    [InlineData(
        "curl -XPUT https://a.example --json '{\"a\":{{n}}}'",
        RequestMethod.Put,
        "https://a.example",
        "{\"a\":{{n}}}",
        BodyFormat.Json
    )]
    [InlineData(
        "curl -G https://a.example?x=1 -d a=1 --data-urlencode 'q=a b&{{n}}'",
        RequestMethod.Get,
        "https://a.example?x=1&a=1&q=a%20b%26{{n}}",
        "",
        BodyFormat.Json
    )]
    [InlineData(
        "curl https://a.example/p?a=1&b=2",
        RequestMethod.Get,
        "https://a.example/p?a=1&b=2",
        "",
        BodyFormat.Json
    )]
    [InlineData(
        "curl https://a.example -H 'content-type: text/plain' -d hi",
        RequestMethod.Post,
        "https://a.example",
        "hi",
        BodyFormat.Text
    )]
    [InlineData(
        "curl https://a.example -d \"a=\\\n1\\x\"",
        RequestMethod.Post,
        "https://a.example",
        "a=1\\x",
        BodyFormat.Form
    )]
    [InlineData(
        "curl -sX DELETE -o out.json https://a.example > log",
        RequestMethod.Delete,
        "https://a.example",
        "",
        BodyFormat.Json
    )]
    [InlineData(
        "curl 'https://a.example' \\\r\n  -X 'PATCH'",
        RequestMethod.Patch,
        "https://a.example",
        "",
        BodyFormat.Json
    )]
    [InlineData(
        "curl https://a.example --data-raw $'{\"n\":\"\\u00e9\\x41\\'\\\\n\"}'",
        RequestMethod.Post,
        "https://a.example",
        "{\"n\":\"éA'\\n\"}",
        BodyFormat.Json
    )]
    public void Options_mean_what_they_mean_to_cURL(
        string command,
        RequestMethod method,
        string url,
        string body,
        BodyFormat format
    )
    {
        var import = Parse(command);

        Assert.Equal(
            (method, url, body, format),
            (import.Method, import.Url, import.Body, import.BodyFormat)
        );
    }

    [Theory]
    [InlineData("-u me:pw", "Authorization", "Basic", "bWU6cHc=")]
    [InlineData("-b 'sid=1; a=2'", "Cookie", "", "sid=1; a=2")]
    [InlineData("-H 'X-Api-Key:  k '", "X-Api-Key", "", "k")]
    [InlineData("--oauth2-bearer t", "Authorization", "Bearer", "t")]
    [InlineData("-H 'authorization: Negotiate x y'", "authorization", "", "Negotiate x y")]
    public void Credentials_stand_apart_to_become_tokens(
        string option,
        string name,
        string prefix,
        string value
    )
    {
        var import = Parse($"curl {option} https://a.example");

        Assert.Empty(import.Headers);
        var secret = Assert.Single(import.SecretHeaders);
        Assert.Equal((name, prefix, value), (secret.Name, secret.Prefix, secret.Value.Open()));
    }

    [Fact]
    public void A_password_never_stays_in_the_url()
    {
        var import = Parse("curl 'https://me:p%40w@a.example/x?y=@z'");

        Assert.Equal("https://a.example/x?y=@z", import.Url);
        Assert.Equal("bWU6cEB3", Assert.Single(import.SecretHeaders).Value.Open());
    }

    [Fact]
    public void Plain_headers_keep_their_order_and_those_of_the_connection_are_left_out()
    {
        var import = Parse(
            "curl https://a.example -H 'Host: b.example' -H 'B: 1' -A me -e https://r.example -H 'A: 2' -H 'B: 3' -H 'Accept:' -H 'Content-Length: 3'"
        );

        Assert.Equal(
            ["User-Agent: me", "Referer: https://r.example", "A: 2", "B: 3"],
            import.Headers.Select(header => $"{header.Name}: {header.Value}")
        );
    }

    [Theory]
    [InlineData("curl https://a.example --proxy http://p", "--proxy")]
    [InlineData("curl https://a.example -sZ", "-Z")]
    [InlineData("curl https://a.example -F file=@a.png", "multipart")]
    [InlineData("curl https://a.example -d @body.json", "reads a file")]
    [InlineData("curl https://a.example --data-urlencode name@file", "reads a file")]
    [InlineData("curl https://a.example -T a.png", "sends a file")]
    [InlineData("curl https://a.example -b jar.txt", "from a file")]
    [InlineData("curl https://a.example https://b.example", "two URLs")]
    [InlineData("curl -s", "no URL")]
    [InlineData("curl https://a.example -H", "needs a value")]
    [InlineData("curl https://a.example -H 'X", "never closed")]
    [InlineData("curl -I https://a.example", "not with HEAD")]
    [InlineData("curl -H nocolon https://a.example", "no colon")]
    [InlineData("wget https://a.example", "no cURL command")]
    public void What_cannot_be_carried_over_is_named(string command, string part)
    {
        var fault = CurlCommand.Parse(command).Failure;

        Assert.Contains(part, fault!.Message, StringComparison.Ordinal);
        Assert.Equal("url", Assert.Single(fault.Problems).Path);
    }

    [Fact]
    public void Quoted_words_come_back_as_they_were() =>
        Gen.Select(Gen.String, Gen.String[Gen.Char.AlphaNumeric, 0, 8], Gen.Int[0, 2])
            .Array[0, 5]
            .Sample(
                words =>
                {
                    var texts = words
                        .Select(word =>
                            word.Item2 + word.Item1.Replace("\0", "", StringComparison.Ordinal)
                        )
                        .ToList();
                    var command = string.Join(
                        ' ',
                        texts.Select((text, i) => Quote(text, words[i].Item3))
                    );

                    Assert.Equal(texts, ShellWords.Split(command));
                },
                iter: 2000
            );

    [Fact]
    public void No_text_at_all_makes_reading_fail_otherwise_than_by_a_message() =>
        Gen.String[Gen.OneOf(Gen.Char["-'\"\\$@:;|=&u \nHdXG{}"], Gen.Char), 0, 40]
            .Sample(
                text =>
                {
                    var outcome = CurlCommand.Parse($"curl {text}");
                    Assert.True(outcome.IsSuccess || outcome.Failure!.Message.Length > 0);
                },
                iter: 5000
            );

    private static CurlImport Parse(string command)
    {
        var outcome = CurlCommand.Parse(command);
        Assert.True(outcome.IsSuccess, outcome.Failure?.Message);
        return outcome.Value;
    }

    private static string Quote(string text, int style) =>
        style switch
        {
            0 => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'",
            1 => '"'
                + text.Replace("\\", "\\\\", StringComparison.Ordinal)
                    .Replace("\"", "\\\"", StringComparison.Ordinal)
                    .Replace("$", "\\$", StringComparison.Ordinal)
                    .Replace("`", "\\`", StringComparison.Ordinal)
                + '"',
            _ => "$'"
                + text.Replace("\\", "\\\\", StringComparison.Ordinal)
                    .Replace("'", "\\'", StringComparison.Ordinal)
                    .Replace("\n", "\\n", StringComparison.Ordinal)
                + "'",
        };
}
