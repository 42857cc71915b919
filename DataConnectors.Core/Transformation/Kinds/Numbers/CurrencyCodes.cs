namespace DataConnectors.Core.Transformation.Kinds.Numbers;

/// <summary>What is known about currencies of ISO 4217; a code without a symbol here is shown as the code.</summary>
internal static class CurrencyCodes
{
    public static bool IsCode(string code) => code.Length == 3 && code.All(char.IsAsciiLetterUpper);

    /// <summary>How many digits after the point an amount has.</summary>
    public static int Digits(string code) =>
        code switch
        {
            "BIF"
            or "CLP"
            or "DJF"
            or "GNF"
            or "ISK"
            or "JPY"
            or "KMF"
            or "KRW"
            or "PYG"
            or "RWF"
            or "UGX"
            or "UYI"
            or "VND"
            or "VUV"
            or "XAF"
            or "XOF"
            or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            _ => 2,
        };

    public static string Symbol(string code) =>
        code switch
        {
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            "JPY" or "CNY" => "¥",
            "INR" => "₹",
            "KRW" => "₩",
            "BRL" => "R$",
            "AUD" => "A$",
            "CAD" => "CA$",
            "NZD" => "NZ$",
            "MXN" => "MX$",
            "HKD" => "HK$",
            "ILS" => "₪",
            "TRY" => "₺",
            "UAH" => "₴",
            "VND" => "₫",
            "NGN" => "₦",
            "PHP" => "₱",
            "PLN" => "zł",
            "CZK" => "Kč",
            "SEK" or "NOK" or "DKK" or "ISK" => "kr",
            "ZAR" => "R",
            "" => "¤",
            _ => code,
        };
}
