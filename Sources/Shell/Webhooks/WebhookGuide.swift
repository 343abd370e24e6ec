import Kernel
import Markup

/// What the people of the receiving system need to know.
struct WebhookGuide: Part {
    var html: HTML {
        HTML {
            p {
                Phrase(
                    zh: "每条消息是一个 POST 请求，正文为 JSON，标头 Tenure-Signature 形如：",
                    en: "Each message is a POST with a JSON body and a header Tenure-Signature like:")
            }
            pre { code { "t=1795423592,v1=5257a869e7ec…" } }
            ol {
                for step in Self.steps { li { step } }
            }
            pre {
                code {
                    """
                    import hmac, hashlib, time
                    t, v1 = [part.split("=")[1] for part in header.split(",")]
                    code = hmac.new(secret.encode(), f"{t}.".encode() + body, hashlib.sha256)
                    ok = hmac.compare_digest(code.hexdigest(), v1) and abs(time.time() - int(t)) < 300
                    """
                }
            }
            p {
                Phrase(
                    zh: "标头 Tenure-Delivery 是消息编号，重发时不变：已处理过的编号可以直接返回 200。正文字段：id、event、at、data。",
                    en:
                        "Tenure-Delivery numbers the message and stays the same when it is sent again: answer 200 to one you have. "
                        + "The body has id, event, at and data.")
            }
        }
    }

    private static let steps = [
        Phrase(
            zh: "把 t 的值、一个英文句点和原始正文连接起来。", en: "Join the value of t, a full stop and the body as it was received."),
        Phrase(
            zh: "用签名密钥计算 HMAC-SHA256，写成小写十六进制，与 v1 比较（用耗时恒定的比较）。",
            en: "Compute HMAC-SHA256 with the secret, in lower-case hexadecimal, and compare with v1 in constant time."),
        Phrase(zh: "t 距现在超过 5 分钟的消息应当拒绝。", en: "Refuse messages whose t is more than five minutes away."),
        Phrase(
            zh: "在规定时间内返回 2xx 即为送达；其他回答会稍后重试。",
            en: "Answer 2xx in time and it counts as delivered; anything else is tried again later."),
    ]
}
