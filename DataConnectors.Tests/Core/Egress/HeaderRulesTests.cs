using DataConnectors.Core.Egress;

namespace DataConnectors.Tests.Core.Egress;

public sealed class HeaderRulesTests
{
    [Theory]
    [InlineData("Accept", "application/json")]
    [InlineData("Authorization", "Bearer abc")]
    [InlineData("Cookie", "a=b; c=d")]
    [InlineData("X-Empty", "")]
    [InlineData("X-Tab", "a\tb")]
    [InlineData("X-Custom-Metadata-Id", "7")]
    [InlineData("x_under.score~", " !\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~")]
    public void An_ordinary_header_is_sent(string name, string value) =>
        Assert.Null(HeaderRules.Judge(name, value));

    [Theory]
    [InlineData("", HeaderRefusalReason.MalformedName)]
    [InlineData("Bad Name", HeaderRefusalReason.MalformedName)]
    [InlineData("X:Y", HeaderRefusalReason.MalformedName)]
    [InlineData(":authority", HeaderRefusalReason.MalformedName)]
    [InlineData("X-é", HeaderRefusalReason.MalformedName)]
    [InlineData("X-{{name}}", HeaderRefusalReason.MalformedName)]
    [InlineData("X\r\nHost", HeaderRefusalReason.MalformedName)]
    [InlineData("host", HeaderRefusalReason.SetByTheConnection)]
    [InlineData("CONTENT-LENGTH", HeaderRefusalReason.SetByTheConnection)]
    [InlineData("Transfer-Encoding", HeaderRefusalReason.SetByTheConnection)]
    [InlineData("TE", HeaderRefusalReason.SetByTheConnection)]
    [InlineData("Trailer", HeaderRefusalReason.SetByTheConnection)]
    [InlineData("Upgrade", HeaderRefusalReason.SetByTheConnection)]
    [InlineData("Keep-Alive", HeaderRefusalReason.SetByTheConnection)]
    [InlineData("Expect", HeaderRefusalReason.SetByTheConnection)]
    [InlineData("Proxy-Authorization", HeaderRefusalReason.SetByTheConnection)]
    [InlineData("proxy-connection", HeaderRefusalReason.SetByTheConnection)]
    [InlineData("Metadata", HeaderRefusalReason.MetadataService)]
    [InlineData("metadata-flavor", HeaderRefusalReason.MetadataService)]
    [InlineData("X-Google-Metadata-Request", HeaderRefusalReason.MetadataService)]
    [InlineData("X-aws-ec2-metadata-token-ttl-seconds", HeaderRefusalReason.MetadataService)]
    [InlineData("X-aliyun-ecs-metadata-token", HeaderRefusalReason.MetadataService)]
    public void A_name_that_is_not_the_admins_to_set_is_refused(
        string name,
        HeaderRefusalReason reason
    ) => Assert.Equal(reason, HeaderRules.JudgeName(name)?.Reason);

    [Theory]
    [InlineData("a\r\nX: b", HeaderRefusalReason.ControlCharacter)]
    [InlineData("a\rb", HeaderRefusalReason.ControlCharacter)]
    [InlineData("a\0b", HeaderRefusalReason.ControlCharacter)]
    [InlineData("\u007f", HeaderRefusalReason.ControlCharacter)]
    [InlineData("\u0085", HeaderRefusalReason.NotAscii)]
    [InlineData("é", HeaderRefusalReason.NotAscii)]
    [InlineData("a\u010d\u010ab", HeaderRefusalReason.NotAscii)]
    public void A_value_that_could_end_the_header_is_refused_and_not_repeated(
        string value,
        HeaderRefusalReason reason
    )
    {
        var refusal = HeaderRules.JudgeValue("X-User", value);
        Assert.Equal(reason, refusal?.Reason);
        Assert.DoesNotContain(value, refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_may_be_as_long_as_the_limit_and_no_longer()
    {
        var longest = new string('a', HeaderRules.MaximumValueLength);
        Assert.Null(HeaderRules.JudgeValue("X", longest));
        Assert.Equal(
            HeaderRefusalReason.ValueTooLong,
            HeaderRules.JudgeValue("X", longest + "a")?.Reason
        );
    }
}
