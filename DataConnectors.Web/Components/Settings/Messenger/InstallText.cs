namespace DataConnectors.Web.Components.Settings.Messenger;

/// <summary>What somebody copies into their own pages and servers.</summary>
internal static class InstallText
{
    /// <summary>The languages there is an example in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["C#", "Node", "Python"];

    /// <summary>The script tags.</summary>
    /// <param name="baseUri">This server's address, with a slash at its end.</param>
    public static string Snippet(string baseUri) =>
        $$"""
            <script>
              window.dataConnectorsSettings = { user_jwt: "THE TOKEN YOUR SERVER SIGNED" };
            </script>
            <script src="{{baseUri}}messenger.js" defer></script>
            """;

    /// <summary>How a server signs who is signed in.</summary>
    public static string Signing(string language) =>
        language switch
        {
            "C#" => """
                // dotnet add package Microsoft.IdentityModel.JsonWebTokens
                var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(identitySecret));
                var userJwt = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
                {
                    Claims = new Dictionary<string, object>
                    {
                        ["user_id"] = user.Id,
                        ["email"] = user.Email,
                        ["name"] = user.Name,
                    },
                    Expires = DateTime.UtcNow.AddHours(1),
                    SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
                });
                """,
            "Node" => """
                // npm install jsonwebtoken
                import jwt from "jsonwebtoken";

                const userJwt = jwt.sign(
                  { user_id: user.id, email: user.email, name: user.name },
                  identitySecret,
                  { algorithm: "HS256", expiresIn: "1h" },
                );
                """,
            "Python" => """
                # pip install pyjwt
                import time
                import jwt

                user_jwt = jwt.encode(
                    {
                        "user_id": user.id,
                        "email": user.email,
                        "name": user.name,
                        "exp": int(time.time()) + 3600,
                    },
                    identity_secret,
                    algorithm="HS256",
                )
                """,
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, message: null),
        };
}
