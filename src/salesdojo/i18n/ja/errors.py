"""Causes and remedies of errors in Japanese, by code."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "DB001.cause": "データベース {place} は、ほかのプログラムが {seconds} 秒前から使用中です。",
    "DB001.remedy": (
        "そのプログラムを閉じるか、しばらくしてからもう一度お試しください。保存済みの記録は失わ"
        "れていません。"
    ),
    "DB002.cause": "{place} のあるディスクがいっぱいです。",
    "DB002.remedy": (
        "空き容量を増やしてから、もう一度お試しください。それまでに保存した選択は無事です。"
    ),
    "DB003.cause": "{place} に書き込めません。",
    "DB003.remedy": (
        "ファイルとフォルダーへの書き込みを許可するか、--db または SALESDOJO_DB で別の場所を指"
        "定してください。"
    ),
    "DB004.cause": "データベース {place} を開けません（{reason}）。",
    "DB004.remedy": "パスを確認するか、--db または SALESDOJO_DB で別の場所を指定してください。",
    "DB005.cause": (
        "データベース {place} のバージョンは {found} ですが、このプログラムには {needed} が必要"
        "です。"
    ),
    "DB005.remedy": "`salesdojo db upgrade` を実行してください(--db を指定したときは、それも付けて)。ファイルなら先にバックアップが作られます。サーバーの場合は、先にバックアップを取ってください。",
    "DB006.cause": (
        "データベース {place} のバージョンは {found} ですが、このプログラムが扱えるのは "
        "{known} までです。"
    ),
    "DB006.remedy": (
        "新しい salesdojo をインストールするか、--db または SALESDOJO_DB で別のデータベースを指"
        "定してください。"
    ),
    "DB007.cause": "{place} はほかのプログラムのデータベースです。",
    "DB007.remedy": (
        "--db または SALESDOJO_DB で別の場所を指定してください。"
        "このファイルには手を加えていません。"
    ),
    "DB008.cause": "データベース {place} が壊れています（{reason}）。",
    "DB008.remedy": (
        "`salesdojo db restore` で最新のバックアップを戻してください。壊れたファイルは別名で残"
        "ります。バックアップは `salesdojo db backup` で作れます。"
    ),
    "DB009.cause": (
        "データベース {place} は作りかけです。テーブルはありますが、バージョンの記録がありません。"
    ),
    "DB009.remedy": (
        "`salesdojo db restore` でバックアップを戻すか、ファイルを移して新しく始めてください。"
    ),
    "DB010.cause": "{place} はデータベースではないか、先頭が壊れています。",
    "DB010.remedy": (
        "`salesdojo db restore` でバックアップを戻すか、--db または SALESDOJO_DB で別の場所を指"
        "定してください。"
    ),
    "DB011.cause": "{url} をデータベースの場所として読み取れません。",
    "DB011.remedy": (
        "ファイルのパス、sqlite:///パス、postgresql://ユーザー@ホスト/名前 のいずれかを指定して"
        "ください。"
    ),
    "DB012.cause": "{kind} という種類のデータベースには対応していません。",
    "DB012.remedy": (
        "ファイルのパス、sqlite:///パス、postgresql://ユーザー@ホスト/名前 のいずれかを指定して"
        "ください。"
    ),
    "DB013.cause": "PostgreSQL に必要なドライバー psycopg がインストールされていません。",
    "DB013.remedy": "`pip install 'salesdojo[postgres]'` でインストールしてください。",
    "DB014.cause": "データベースサーバー {place} に接続できないか、接続が許可されていません。",
    "DB014.remedy": (
        "ホスト、名前、ユーザー、パスワード、ネットワークを確認して、もう一度お試しください。そ"
        "れまでに保存した選択は無事です。"
    ),
    "DB015.cause": (
        "別の画面で練習 {attempt} が先に進んでいます。ターン {turn} では {choice} ではなく "
        "{stored} が選ばれました。"
    ),
    "DB015.remedy": "練習を再開して続きから進めるか、もう一方の画面を閉じてください。",
    "DB016.cause": (
        "練習 {attempt} に保存されている選択は {saved} 件で、ターン {turn} を続けられません。"
    ),
    "DB016.remedy": "練習を再開して、保存されたところから続けてください。",
    "DB017.cause": "練習 {attempt} はデータベースにありません。",
    "DB017.remedy": (
        "練習の ID と、--db または SALESDOJO_DB で指定したデータベースを確認してください。"
    ),
    "DB018.cause": (
        "練習 {attempt} の記録は、保存されたあとに書き換えられているため、信用できません。"
    ),
    "DB018.remedy": "バックアップと見比べるか、`--fresh` で新しく始めてください。",
    "DB019.cause": "データベース {place} の読み書き中にディスクのエラーが起きました（{reason}）。",
    "DB019.remedy": (
        "ディスクの状態と空き容量を確認して、もう一度お試しください。"
        "それまでに保存した選択は無事です。"
    ),
    "DB020.cause": "使用中にデータベース {place} が移動または削除されました。",
    "DB020.remedy": "ファイルを元に戻してから、salesdojo を起動し直してください。",
    "DB021.cause": (
        "この Python に付属する SQLite は {found} ですが、salesdojo には {needed} 以降が必要です。"
    ),
    "DB021.remedy": "新しい Python をお使いください。",
    "DB022.cause": "データベース {place} でエラーが起きました（{reason}）。",
    "DB022.remedy": (
        "`salesdojo db status` で状態を確認してください。それまでに保存した選択は無事です。"
    ),
    "DB023.cause": "ID {attempt} は別の練習で使われています。",
    "DB023.remedy": "もう一度始めてください。新しい練習には新しい ID が付きます。",
    "DB024.cause": "練習 {attempt} のターン {turn} からはやり直せません。",
    "DB024.remedy": "その練習で実際に進んだターンを選んでください。",
    "DB025.cause": "リビジョン {revision} のシナリオがデータベースにないか、書き換えられています。",
    "DB025.remedy": (
        "`salesdojo db restore` でバックアップを戻すか、`--fresh` で新しく始めてください。"
    ),
    "DB026.cause": (
        "{place} は SQLite のファイルではないため、このコマンドではコピーも置き換えもできません。"
    ),
    "DB026.remedy": "pg_dump や pg_restore など、サーバーのツールをお使いください。",
    "DB027.cause": "{place} に salesdojo のデータベースはありません。",
    "DB027.remedy": "パスを確認してください。新しいデータベースは、練習を始めると作られます。",
    "DB028.cause": "{place} はファイルではなく、フォルダーかデバイスです。",
    "DB028.remedy": "--db または SALESDOJO_DB でファイルを指定してください。",
    "DB029.cause": "途中のフォルダーに入る権限がないため、{place} を確認できません。",
    "DB029.remedy": "上のフォルダーに入れるようにするか、別の場所を指定してください。",
    "DB030.cause": "{place} にバックアップはありません。",
    "DB030.remedy": "バックアップのパスを確認してください。データベースはそのままです。",
    "DB031.cause": "{place} は salesdojo のバックアップではありません。",
    "DB031.remedy": (
        "`salesdojo db backup` で作ったファイルを指定してください。データベースはそのままです。"
    ),
    "DB032.cause": "バックアップ {place} は壊れているか、読み取れません（{reason}）。",
    "DB032.remedy": "別のバックアップを戻してください。データベースはそのままです。",
    "DB033.cause": "データベースにジャーニー {journey} はありません。",
    "DB033.remedy": "`salesdojo journey ID` でもう一度始めてください。",
    "DB034.cause": "ジャーニー {journey} で第 {place} 章へは進めません。すでに終わっているか、その前の章が残っています。",
    "DB034.remedy": "別の画面で進めたのかもしれません。`salesdojo journey` で今の位置を確かめてください。",
    "DB040.cause": "データベースサーバー {place} の処理に時間がかかりすぎ、打ち切られました。",
    "DB040.remedy": "しばらくしてからもう一度お試しください。続くようならサーバーの管理者にご相談ください。それまでに保存した選択は無事です。",
    "DB041.cause": "データベースサーバーが {place} への接続を許可しません。ユーザー名かパスワードが違うか、この端末からの接続が認められていません。",
    "DB041.remedy": "ユーザー名とパスワード（URL、PGPASSWORD、~/.pgpass のいずれか）と、サーバーの pg_hba.conf を確認してください。",
    "DB042.cause": "{place} という名前のデータベースがサーバーにありません。",
    "DB042.remedy": "名前を確認するか、`createdb --encoding=UTF8 名前` でデータベースを作ってください。",
    "DB043.cause": "データベースサーバー {place} の接続数が上限に達しています。",
    "DB043.remedy": "しばらくしてからもう一度試すか、サーバーの max_connections を増やしてください。それまでに保存した選択は無事です。",
    "DB044.cause": "データベースサーバーが {place} でのこの操作を許可していません。",
    "DB044.remedy": "docs/operators.md にある権限をユーザーに与えるよう、サーバーの管理者に依頼してください。",
    "DB045.cause": "データベースサーバー {place} は、いまは読み取り専用です。",
    "DB045.remedy": "待機系か、読み取り専用に設定されたサーバーです。書き込めるサーバーを指定してください。",
    "DB046.cause": "データベース {place} の文字コードは {encoding} で、すべての言語を保存できません。",
    "DB046.remedy": "`createdb --encoding=UTF8 --template=template0 名前` で作り、そのデータベースを指定してください。",
    "DB050.cause": "記録を再生していたプロセスが途中で終了しました。",
    "DB050.remedy": "もう一度お試しください。メモリーが足りないときは --person や --since で範囲を絞ってください。何も変更していません。",
    "DB051.cause": "{person} という名前の人は記録にいません。",
    "DB051.remedy": "名前をお確かめください。--person を付けなければ全員を調べます。",
    "DB052.cause": "採点し直している間に、練習 {attempt} の結果がほかで変更されました。",
    "DB052.remedy": "`salesdojo rescore` をもう一度実行してください。保存済みのものは残っています。",
    "DB055.cause": "ID が {attempt} で始まる練習（終えたもの）がないか、二つ以上あります。",
    "DB055.remedy": "`salesdojo history` で ID の一覧を見られます。",
    "DB056.cause": "{place} にはすでに記録があるため、何もコピーしませんでした。",
    "DB056.remedy": "まだデータベースのない場所か、作ったばかりのデータベースを指定してください。",
    "DB057.cause": "{place} のテーブル {table} が、書いたとおりに残りませんでした(書いたのは {written} 行、読み返せたのは {kept} 行)。何もコピーしていません。",
    "DB057.remedy": "行を書き換えるトリガーやルール、ディスクの故障がないか確かめてから、もう一度コピーしてください。",
    "DB058.cause": "{place} の一時的なコピーを置く空きがありません（{reason}）。",
    "DB058.remedy": "一時ファイル用のフォルダーの空きを増やすか、SQLITE_TMPDIR で別のフォルダーを指定してください。",
    "DB059.cause": "{place} がテーブル {table} の行を受け付けないため、何もコピーしませんでした。",
    "DB059.remedy": "コピー元が壊れていないか、`salesdojo db status` で確かめてください。",
    "DB060.cause": "この画面で練習している人の記録は、画面を開いたあとに消去されました。",
    "DB060.remedy": "この画面を閉じてください。もう一度 salesdojo を始めると、新しい人として記録されます。",
    "DB061.cause": "本人の記録は消去しましたが、{place} を書き直せませんでした。ファイルの未使用部分に跡が残っているおそれがあります。",
    "DB061.remedy": "ディスクの空きを増やし、`salesdojo db copy ファイル` で新しいファイルに移してから、古いファイルを削除してください。",
    "DB062.cause": "チーム {team} には、すでに {name} さんがいます。",
    "DB062.remedy": "見分けられる名前にするか、--team で別のチームを指定してください。",
    "DB063.cause": "データベースの場所（{scheme}）の、@ を書けない位置に @ があります。パスワードに @ が含まれていませんか。",
    "DB063.remedy": "ユーザー名やパスワードの @ は %40、: は %3A、/ は %2F、% は %25 と書いてください。パスワードは表示も保存もしていません。",
    "DB067.cause": "練習 {attempt} の{turn}番目に、せりふ {choice} を選んだ判断はありません。",
    "DB067.remedy": "振り返りを開き直し、そこに出ている判断について伝えてください。",
    "DB068.cause": "データベース {place} が壊れていて、サーバーが一部を読み出せません。",
    "DB068.remedy": "最新のバックアップへ戻すよう、サーバーの管理者に依頼してください。壊れたテーブルやインデックスの名前は、サーバーのログに残っています。インデックスだけなら REINDEX で作り直せます。",
    "DB070.cause": "このデータベースでは、選択肢の集計がまだ作られていません。",
    "DB070.remedy": "`salesdojo db figures --rebuild` を実行するか、データベースの管理者に依頼してください。",
    "US002.cause": "言語 {language} には対応していません。",
    "US002.remedy": "--lang ja か --lang en を指定してください。",
    "US003.cause": "--choose には、どのシナリオかの指定が必要です。",
    "US003.remedy": (
        "salesdojo play ID --choose A,B,C のように指定してください。ID は `salesdojo list` で確"
        "認できます。"
    ),
    "US004.cause": "--json は --choose と一緒に使います。",
    "US004.remedy": "--choose A,B,C --json のように、選択肢も指定してください。",
    "US005.cause": "{count} 個の選択では練習が終わらず、{scene} の場面で止まっています。",
    "US005.remedy": "続きを次の中から指定してください: {offered}",
    "US006.cause": "用語集に {word} に当たる項目はありません。",
    "US006.remedy": "`salesdojo terms` で一覧をご覧ください。",
    "US007.cause": "db restore にはバックアップのファイルが必要です。",
    "US007.remedy": "salesdojo db restore ファイル のように指定してください。",
    "US008.cause": "{scenario} には途中の挑戦があり、そのモードとシードは変えられないため、{option} は使えません。",
    "US008.remedy": "先に最後まで進めるか、--fresh で新しく始めてください。",
    "US021.cause": "{name} は名前として使えません。",
    "US021.remedy": "目に見える文字だけで、1～{longest} 文字の名前を指定してください。",
    "US022.cause": "{seed} はシードとして使えません。",
    "US022.remedy": "0 から {largest} までの整数を指定してください。",
    "US023.cause": "{place} はすでにあります。",
    "US023.remedy": "別の名前を指定するか、先にそのファイルを移動してください。",
    "US024.cause": "{place} はいま使っているデータベースです。",
    "US024.remedy": "別のファイルを指定してください。",
    "US030.cause": "{word} というコマンドはありません。",
    "US030.remedy": "いちばん近いコマンドは {nearest} です。一覧は `salesdojo --help` で見られます。",
    "US031.cause": "{option} というオプションはありません。",
    "US031.remedy": "いちばん近いオプションは {nearest} です。一覧は `{command} --help` で見られます。",
    "US032.cause": "{option} に指定できるのは整数です({value} は整数ではありません)。",
    "US032.remedy": "7 のような整数を指定してください。詳しくは `{command} --help` をご覧ください。",
    "US033.cause": "{option} の値が指定されていません。",
    "US033.remedy": "オプションの後に値を書いてください。詳しくは `{command} --help` をご覧ください。",
    "US034.cause": "{option} に {value} は指定できません。",
    "US034.remedy": "次の中から指定してください: {choices}",
    "US035.cause": "`{command}` には {missing} の指定が必要です。",
    "US035.remedy": "たとえば `{example}` です。詳しくは `{command} --help` をご覧ください。",
    "US036.cause": "余分な指定があります: {word}",
    "US036.remedy": "取り除くか、何を指定できるかを `{command} --help` でご確認ください。",
    "US037.cause": "{option} に値は付けられません。",
    "US037.remedy": "オプションだけを書いてください。詳しくは `{command} --help` をご覧ください。",
    "US038.cause": "--db の場所が空です。",
    "US038.remedy": "--db の後にファイルか URL を書いてください。いつもの記録を使うときは、--db を取り除いてください。",
    "US039.cause": "{first} と {second} は一緒に使えません。",
    "US039.remedy": "どちらかを取り除いてください。詳しくは `{command} --help` をご覧ください。",
    "US040.cause": "{signal} を受け取ったため終了しました。",
    "US040.remedy": "saved と表示されたものはすべて保存されています。会話の続きは `salesdojo play ID`、ジャーニーの続きは `salesdojo journey ID` で再開できます。ほかのコマンドは、もう一度実行してください。",
    "US041.cause": "salesdojo の内部で問題が起きました({fault})。",
    "US041.remedy": "saved と表示された選択はすべて保存されています。お手数ですがご報告ください。SALESDOJO_DEBUG=1 を付けて実行すると、場所が表示されます。",
    "US042.cause": "出力を書き込めません({reason})。",
    "US042.remedy": "出力先をご確認ください。ディスクがいっぱいかもしれません。saved と表示された選択はすべて保存されています。",
    "US050.cause": "{word} というコードはありません。",
    "US050.remedy": "一番近いコードは {nearest} です: salesdojo check --explain {nearest}",
    "US051.cause": "{named} で始まるコードはありません。",
    "US051.remedy": "SD501 や SD3 のようなコードか番号群を、コンマで区切って指定してください。",
    "US060.cause": "{name} は id にできません。",
    "US060.remedy": "英小文字で始め、英小文字、数字、_ だけで40字以内にしてください。例: late_delivery",
    "US061.cause": "{stage} という段階はありません。",
    "US061.remedy": "最も近いのは {nearest} です。段階の一覧: {stages}",
    "US062.cause": "{language} という言語では作り始められません。",
    "US062.remedy": "--lang ja、--lang en、--lang ja,en のどれかを指定してください。",
    "US063.cause": "{place} は既にあるため、何も書き込みませんでした。",
    "US063.remedy": "別の名前か空のフォルダーを指定するか、先に移動してください。",
    "US064.cause": "新しいシナリオには、段階か、元にするシナリオが必要です。",
    "US064.remedy": "--stage で {stages} のどれかを指定するか、--from で id かファイルを指定してください。",
    "US065.cause": "`salesdojo preview` には端末の画面が必要です。",
    "US065.remedy": "問題を調べるだけなら `salesdojo check {file}` を実行してください。画面で見るには端末から起動してください。",
    "US066.cause": "プレビューするファイル {file} がありません。",
    "US066.remedy": "パスを確認するか、`salesdojo new` で新しいシナリオを作ってください。",
    "US067.cause": "エディター {editor} を起動できません（{reason}）。",
    "US067.remedy": "VISUAL か EDITOR に、`vim` のようなエディターのコマンドを設定してください。",
    "US070.cause": "図を {place} に書き込めません({reason})。",
    "US070.remedy": "--output の後に別のファイルを指定するか、--output を外して画面に表示してください。",
    "US071.cause": "SVG の図を配置するライブラリ graphlay がインストールされていません。",
    "US071.remedy": "`pip install 'salesdojo[pictures]'` でインストールするか、これを使わない --format text、mermaid、dot のいずれかを指定してください。",
    "US072.cause": "{file} の拡張子からは形式を決められません。",
    "US072.remedy": "拡張子を .svg、.mmd、.dot、.txt のいずれかにするか、--format で形式を指定してください。",
    "US075.cause": "{place} を読めません。ファイルがないか、読む権限がないか、通常のファイルではありません。",
    "US075.remedy": "パスと読み取りの権限を確かめてください。",
    "US076.cause": "{place} は {size} MB を超えています。",
    "US076.remedy": "画像や音声を含めず、物語だけを書き出してください。",
    "US077.cause": "{place} は Twine の物語でも、コンパイル済みの ink の物語でもないか、壊れています。",
    "US077.remedy": "Twine の Twee 3 ソースか公開用 HTML、または ink のコンパイラーが書き出す JSON を指定してください。",
    "US078.cause": "{place} は ink のバージョン {found} 用にコンパイルされています。読めるのは {first} から {last} までです。",
    "US078.remedy": "新しい inklecate か inkjs でコンパイルし直してください。",
    "US079.cause": "{place} は一つのシナリオには長すぎます。場面が {count} 必要か、文章が収まりません。場面は {most} までです。",
    "US079.remedy": "商談ごとにいくつかの物語に分けてください。",
    "US080.cause": "--require-agreement の {percent} は割合として使えません。",
    "US080.remedy": "70 のように、1 から 100 までの整数を指定してください。",
    "US081.cause": "{name} は専門家のファイルの名前に使えません。",
    "US081.remedy": "tanaka のように、英小文字で始まる英小文字・数字・_ の 40 文字以内で指定してください。",
    "US082.cause": "{scenario} は付属のパックのシナリオで、専門家の評価を置けません。",
    "US082.remedy": "salesdojo keys ファイル --write 名前 のように、ご自分のファイルを指定してください。",
    "US083.cause": "{place} に書き込めません({reason})。",
    "US083.remedy": "シナリオのフォルダーに書き込めるか、ディスクに空きがあるかを確認してください。",
    "US084.cause": "{folder} はほかの場所へのリンクで、その先の評価は読み込まれません。",
    "US084.remedy": "リンクの代わりにフォルダーを置いてください。",
    "US085.cause": "{place} に書き込めません（{reason}）。",
    "US085.remedy": "フォルダーに書き込めるか、ディスクに空きがあるかを確かめるか、別の場所を指定してください。",
    "US090.cause": "ジャーニー {journey} はありません。",
    "US090.remedy": "いちばん近いのは {nearest} です。`salesdojo journey` で一覧を見られます。",
    "US091.cause": "{count} 個の選択では第 {place} 章は終わらず、{scene} で止まっています。",
    "US091.remedy": "{offered} のどれかを続けてください。章と章の間は ; で区切ります。",
    "US092.cause": "ジャーニーは第 {place} 章より前に終わっています。",
    "US092.remedy": "その章の選択を取り除いてください。",
    "US093.cause": "--choose には、どのジャーニーのものかが必要です。",
    "US093.remedy": "`salesdojo journey ID --choose 'A,B;C'` のように ID を指定してください。",
    "US094.cause": "ジャーニー {journey} はありません。このパックにジャーニーがありません。",
    "US094.remedy": "pack.yaml の journeys に書いてください。書いたはずのものがないときは `salesdojo check` で確かめられます。",
    "US096.cause": "{day} は日付ではありません。",
    "US096.remedy": "2026-04-01 のように年、月、日を書いてください。",
    "US097.cause": "{file} には誤りがあるため、評価基準として使えません。",
    "US097.remedy": "`salesdojo check` で調べ、見つかった点を直してください。",
    "US098.cause": "二つの練習は別々のシナリオ（{first} と {second}）のものです。比べられるのは同じシナリオの練習どうしです。",
    "US098.remedy": "`salesdojo history {first}` で同じシナリオの練習を一覧できます。",
    "US099.cause": "--remarks と --compare は一緒に使えません。",
    "US099.remedy": "どちらか一つにしてください。",
    "US100.cause": "db copy にはコピー先が必要です。",
    "US100.remedy": "salesdojo db copy 場所 のように、ファイルか URL を指定してください。コピー元は --db または SALESDOJO_DB で指定します。",
    "US101.cause": "{name} はチーム名として使えません。",
    "US101.remedy": "目に見える文字だけで、{longest} 文字以内の名前を指定してください。チームなしは '' と書きます。",
    "US102.cause": "{name} という名前の人が複数のチームにいます（{teams}）。",
    "US102.remedy": "--team チーム か SALESDOJO_TEAM で、どの人かを指定してください。チームなしは '' と書きます。",
    "US103.cause": "{name} という名前の人は記録にありません。",
    "US103.remedy": "`salesdojo people list` で、全員の名前とチームを確認できます。",
    "US104.cause": "--yes がないため、何も消去していません。",
    "US104.remedy": "消去は取り消せません。{name} さんの記録を消去するには --yes を付けてください。",
    "PR001.cause": "{turn}番目の判断では、選択肢 {choice} は選べません。",
    "PR001.remedy": "そこで選べるのは次のとおりです: {offered}",
    "PR002.cause": "練習はすでに終わっているため、{choice} は選べません。",
    "PR002.remedy": "この選択肢を外すか、新しい挑戦を始めてください。",
    "PR003.cause": (
        "シナリオが大きすぎて、正確に採点できません(状態または手番が {limit} を超えます)。"
    ),
    "PR003.remedy": "メーターや事実、順不同で選べる選択肢を減らしてください。",
    "CT001.cause": "シナリオ {scenario} はありません。",
    "CT001.remedy": (
        "近い ID は {nearest} です。`salesdojo list` ですべて確認できます。自作のシナリオは、"
        "ファイル名か、そのパックの中なら ID で指定してください。"
    ),
    "CT002.cause": "シナリオ {scenario} には問題が {count} 件あり、練習できません。",
    "CT002.remedy": "示された問題を直してから、もう一度お試しください。",
    "CT003.cause": "保存されたシナリオを読み取れません（{reason}）。",
    "CT003.remedy": "`--fresh` で新しく始めてください。",
    "CT004.cause": "パック {pack} には、練習できるシナリオがありません。",
    "CT004.remedy": "`salesdojo list` で、問題のあるファイルをご確認ください。",
    "CT005.cause": "{place} にシナリオのパックがありません。",
    "CT005.remedy": "パスを確認するか、salesdojo をインストールし直してください。",
    "CT006.cause": "{place} というファイルもフォルダーもありません。",
    "CT006.remedy": "パスを確かめてください。",
    "CT007.cause": "フォルダー {place} には、確認するものがありません。",
    "CT007.remedy": "パック、シナリオのあるフォルダー、またはファイルを指定してください。`salesdojo new` で作り始められます。",
    "RV001.cause": "{place} はすでにあるため、何も書き込みませんでした。",
    "RV001.remedy": "別の名前を指定するか、--replace で置き換えてください。",
    "RV002.cause": "{place} に書き込めません（{reason}）。",
    "RV002.remedy": "フォルダーがあり、書き込めることを確かめるか、別の場所を指定してください。",
    "RV003.cause": "チーム {team} には誰もいません。",
    "RV003.remedy": "`salesdojo people list` で、全員の名前とチームを確認できます。",
    "RV004.cause": "ディスクがいっぱいのため、{place} を書き込めませんでした。",
    "RV004.remedy": "空きを作るか、別のディスクを指定してください。元のファイルはそのままです。",
    "RV005.cause": "Parquet の書き出しに必要な Python パッケージ pyarrow がありません。",
    "RV005.remedy": "`pip install 'salesdojo[parquet]'` で追加するか、何も要らない csv で書き出してください。",
    "RV006.cause": "終わりの日 {until} が、始めの日 {since} より前です。",
    "RV006.remedy": "--since と --until を入れ替えてください。",
    "RV007.cause": "Parquet は端末には表示できません。",
    "RV007.remedy": "`-` の代わりにファイルを指定するか、ほかのプログラムに渡してください。",
    "RV008.cause": "{home} は、アカウントの場所を表すアドレスではありません。",
    "RV008.remedy": "https://example.com のように、自社のアドレスを空白なしで書いてください。",
    "RV010.cause": "--to の値は、学習記録ストアのアドレスではありません。",
    "RV010.remedy": "https://ホスト/パス の形で書いてください。ユーザー名とパスワードは SALESDOJO_LRS_USER と SALESDOJO_LRS_PASSWORD で渡すのが安全です。",
    "RV011.cause": "{place} のストアに接続を断られました。応答は {status} です: {words}",
    "RV011.remedy": "ステートメントを書き込めるユーザーを SALESDOJO_LRS_USER と SALESDOJO_LRS_PASSWORD に設定してください。",
    "RV012.cause": "{place} のストアがステートメントを受け付けませんでした。応答は {status} です: {words}",
    "RV012.remedy": "アドレスと、ストアの xAPI のバージョン（--xapi）をご確認ください。同じコマンドで続きから送れます。",
    "RV013.cause": "{place} のストアから、何度送っても正しい応答がありません（{reason}）。受け付けられたステートメントは {sent} 件です。",
    "RV013.remedy": "時間をおいてお試しください。同じコマンドで続きから送れます。",
    "RV014.cause": "ストアは {place} から移動し、{elsewhere} を示しています。",
    "RV014.remedy": "正しい移動先であれば、--to に指定してください。パスワードを守るため、移動先には何も送っていません。",
    "RV015.cause": "{place} のストアには、同じ ID で別の内容のステートメントが {many} 件あるため、送るのをやめました。",
    "RV015.remedy": "以前は --home や --names の指定が違っていませんか。同じ指定で送るか、別のストアに送ってください。",
    "RV030.cause": "複数のチームがあります: {teams}。",
    "RV030.remedy": "--team でチームを一つ指定してください。`salesdojo team` だけで実行すると一覧が出ます。",
    "RV031.cause": "チーム {team} には誰もいません。",
    "RV031.remedy": "`salesdojo people list` で、全員とそのチームを確かめられます。",
    "RV032.cause": "チームの画面を開くには端末が必要です。",
    "RV032.remedy": "`salesdojo team` だけで表を出力します。他のプログラムには --csv や --json をお使いください。",
    "RV050.cause": "記録がまだないため、報告を作れません。",
    "RV050.remedy": "先に練習するか、--db か SALESDOJO_DB でデータベースを指定してください。",
    "RV051.cause": "シナリオ {scenario} を終えた人はいません。",
    "RV051.remedy": "`salesdojo list --all` で、すべてのシナリオの ID を確認できます。",
}
