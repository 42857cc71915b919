using System.Globalization;
using System.Net;
using CsCheck;
using DataConnectors.Core.Egress;
using Microsoft.Extensions.Options;

namespace DataConnectors.Tests.Core.Egress;

public sealed class EgressGuardProperties
{
    private static readonly EgressGuard Guard = new(Options.Create(new EgressOptions()));

    private static readonly Gen<uint> SpecialIpv4 =
        from range in Gen.OneOf([.. SpecialRanges.Ipv4])
        from bits in Gen.UInt
        select range.Network | (bits & ~range.Mask);

    private static readonly Gen<string> Nasty = Gen.OneOf(
        "https://",
        "http://",
        "api.example.com",
        "127.0.0.1",
        "0x7f.1",
        "[::1]",
        "localhost",
        "xn--",
        "ⓛ",
        "。",
        ".",
        "..",
        "/",
        "\\",
        "?",
        "#",
        "@",
        ":",
        ":443",
        "%2e",
        "%252e",
        "%00",
        "%",
        ";",
        "a",
        "é",
        "\u00ad",
        "\ud83d",
        "😀",
        " ",
        "\t",
        "[",
        "]",
        "{{x}}",
        "1",
        "-"
    );

    [Fact]
    public void A_special_ipv4_address_is_refused_in_whatever_form_it_is_written() =>
        (
            from address in SpecialIpv4
            from text in Gen.OneOf(
                Gen.Const(Forms(address)).SelectMany(forms => Gen.OneOf(forms)),
                MixedRadix(address)
            )
            from before in Gen.OneOf(
                "",
                "api.example.com@",
                "user:pass@",
                "%20",
                "api.example.com%2f@"
            )
            from after in Gen.OneOf("", ".", ":443", ":8443", ":80", "%00.example.com")
            select $"https://{before}{text}{after}/x"
        ).Sample(url => Guard.Judge(url) is EgressDecision.Refused, iter: 20_000);

    [Fact]
    public void What_is_allowed_is_read_alike_by_the_standard_parser() =>
        Nasty
            .Array[0, 8]
            .Select(parts => "https://api.example.com" + string.Concat(parts))
            .Sample(AgreesWithTheStandardParser, iter: 50_000);

    [Fact]
    public void Any_text_at_all_is_judged_without_an_exception() =>
        Gen.OneOf(
                Gen.String,
                Nasty.Array[0, 6].Select(string.Concat),
                Nasty.Array[0, 6].Select(of => "https://" + string.Concat(of))
            )
            .Sample(AgreesWithTheStandardParser, iter: 50_000);

    private static bool AgreesWithTheStandardParser(string text)
    {
        if (Guard.Judge(text) is not EgressDecision.Allowed { Target: var target })
        {
            return true;
        }

        var standard = new Uri(text);
        return standard.Scheme == "https"
            && standard.IdnHost.TrimEnd('.') == target.Host
            && standard.Port == target.Port
            && standard.Segments.Length == target.Uri.Segments.Length
            && target.Uri.PathAndQuery.All(of => of is > ' ' and <= '~');
    }

    private static string[] Forms(uint address)
    {
        byte[] part =
        [
            (byte)(address >> 24),
            (byte)(address >> 16),
            (byte)(address >> 8),
            (byte)address,
        ];
        var dotted = $"{part[0]}.{part[1]}.{part[2]}.{part[3]}";
        return
        [
            dotted,
            address.ToString(CultureInfo.InvariantCulture),
            $"{address + (1L << 32)}",
            $"0x{address:x}",
            $"0X{address:X8}",
            $"0{Convert.ToString(address, 8)}",
            $"{part[0]}.{address & 0xffffff}",
            $"{part[0]}.{part[1]}.{address & 0xffff}",
            $"{part[0]:D3}.{part[1]:D3}.{part[2]:D3}.{part[3]:D4}",
            dotted.Replace(".", "%2e", StringComparison.Ordinal),
            dotted.Replace('.', '。'),
            dotted.Replace('.', '．'),
            string.Concat(dotted.Select(of => of == '.' ? of : (char)('０' + of - '0'))),
            $"[::ffff:{dotted}]",
            $"[::ffff:{address >> 16:x}:{address & 0xffff:x}]",
            $"[::{dotted}]",
            $"[64:ff9b::{dotted}]",
            $"[2002:{address >> 16:x}:{address & 0xffff:x}::1]",
            $"[{dotted}]",
            $"{dotted}.1",
            $".{dotted}",
        ];
    }

    private static Gen<string> MixedRadix(uint address) =>
        Gen.Int[0, 3]
            .Array[4]
            .Where(radixes => radixes.Any(of => of != 0))
            .Select(radixes =>
                string.Join(
                    '.',
                    radixes.Select(
                        (radix, i) =>
                        {
                            var part = (byte)(address >> (24 - (8 * i)));
                            return radix switch
                            {
                                0 => $"{part}",
                                1 => $"0x{part:x}",
                                2 => $"0{Convert.ToString(part, 8)}",
                                _ => $"00{part}",
                            };
                        }
                    )
                )
            );
}
